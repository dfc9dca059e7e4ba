/** Queries that store hits, opens and engagements once, whatever the queue repeats. */
import { type SQL, sql } from "drizzle-orm";
import type { DomainEvent, TelemetryName } from "#shared/events.ts";
import { toUuid } from "#shared/ids.ts";
import { eventDay } from "../../platform/event-log.ts";
import type { HitMessage } from "../../platform/telemetry.ts";

const hourMs = 3_600_000;

export function storeHits(hits: readonly HitMessage[]): SQL {
  const rows = hits.map((hit) => ({
    id: toUuid(hit.hitId),
    link_id: toUuid(hit.linkId),
    kind: hit.kind,
    at: new Date(hit.at).toISOString(),
  }));
  return sql`insert into link_hits (id, link_id, kind, at)
    select id, link_id, kind, at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, link_id uuid, kind text, at timestamptz)
    on conflict do nothing`;
}

/**
 * One statement: the touches that are new, and an event for each of those. A message whose touch
 * is known (same hour for an open, ever for an engagement) leaves nothing.
 */
export function storeTouches(events: readonly DomainEvent<TelemetryName>[]): SQL {
  const rows = events.flatMap((event) => {
    if (!event.linkId) return [];
    return {
      name: event.name,
      id: toUuid(event.eventId),
      day: eventDay(event.eventId),
      link_id: toUuid(event.linkId),
      visitor_id: toUuid(event.visitorId),
      user_id: event.userId && toUuid(event.userId),
      loop: event.loop,
      hour: Math.floor(event.occurredAt / hourMs),
      occurred_at: new Date(event.occurredAt).toISOString(),
      received_at: new Date(event.receivedAt).toISOString(),
      props: event.props,
    };
  });
  return sql`with m as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(name text, id uuid,
        day date, link_id uuid, visitor_id uuid, user_id uuid, loop text, hour int,
        occurred_at timestamptz, received_at timestamptz, props jsonb)),
    opened as (
      insert into link_opens (link_id, visitor_key, hour, at)
      select link_id, visitor_id::text, hour, occurred_at from m where name = 'invite.opened'
      on conflict do nothing returning link_id, visitor_key, hour),
    engaged as (
      insert into link_engagements (link_id, visitor_key, at)
      select link_id, visitor_id::text, occurred_at from m where name = 'invite.engaged'
      on conflict do nothing returning link_id, visitor_key),
    fresh as (
      select distinct on (m.link_id, m.visitor_id, m.hour) m.* from m
        join opened o on o.link_id = m.link_id and o.visitor_key = m.visitor_id::text
          and o.hour = m.hour where m.name = 'invite.opened'
      union all
      select * from (select distinct on (m.link_id, m.visitor_id) m.* from m
        join engaged g on g.link_id = m.link_id and g.visitor_key = m.visitor_id::text
        where m.name = 'invite.engaged') e)
    insert into events (day, id, name, schema_version, occurred_at, received_at, visitor_id,
      user_id, loop, link_id, props)
    select day, id, name, 1, occurred_at, received_at, visitor_id, user_id, loop, link_id, props
    from fresh on conflict do nothing`;
}
