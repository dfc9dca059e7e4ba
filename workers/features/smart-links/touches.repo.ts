/** Queries that store hits, opens and engagements once, whatever the queue repeats. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { toUuid } from "#shared/ids.ts";
import { eventDay } from "../../platform/event-log.ts";
import type {
  HitMessage,
  TelemetryEventMessage,
  WeakOpenMessage,
} from "../../platform/telemetry.ts";

const hourMs = 3_600_000;
/** A landing page is asked for this soon after its link, in seconds. */
const followsWithinS = 120;

/** One round trip; hits come first, because weak opens are told by them. */
export async function storeTouchesOf(
  db: Db,
  batch: {
    hits: readonly HitMessage[];
    touches: readonly TelemetryEventMessage[];
    weakOpens: readonly WeakOpenMessage[];
  },
): Promise<void> {
  const { hits, touches, weakOpens } = batch;
  const [first, ...rest] = [
    ...(hits.length > 0 ? [storeHits(hits)] : []),
    ...(touches.length > 0 ? [storeTouches(touches)] : []),
    ...(weakOpens.length > 0 ? [storeWeakOpens(weakOpens)] : []),
  ].map((query) => db.execute(query));
  if (first) await db.batch([first, ...rest]);
}

function storeHits(hits: readonly HitMessage[]): SQL {
  const rows = hits.map((hit) => ({
    id: toUuid(hit.hitId),
    link_id: toUuid(hit.linkId),
    kind: hit.kind,
    at: new Date(hit.at).toISOString(),
    weak_key: hit.weakKey ?? null,
    utm: hit.utm ?? null,
  }));
  return sql`insert into link_hits (id, link_id, kind, at, weak_key, utm)
    select id, link_id, kind, at, weak_key, utm
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, link_id uuid,
      kind text, at timestamptz, weak_key text, utm jsonb)
    on conflict do nothing`;
}

/**
 * One statement: the touches that are new, and an event for each of those. A message whose touch
 * is known (same hour for an open, ever for an engagement) leaves nothing.
 */
function storeTouches(touches: readonly TelemetryEventMessage[]): SQL {
  const rows = touches.flatMap(({ event, utm }) => {
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
      utm: utm ?? null,
    };
  });
  return sql`with m as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(name text, id uuid,
        day date, link_id uuid, visitor_id uuid, user_id uuid, loop text, hour int,
        occurred_at timestamptz, received_at timestamptz, props jsonb, utm jsonb)),
    opened as (
      insert into link_opens (link_id, visitor_key, hour, at, utm)
      select link_id, visitor_id::text, hour, occurred_at, utm from m where name = 'invite.opened'
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

/**
 * A weak open belongs to the link that a person with the same key hit last, just before; without
 * such a hit it was somebody's own way here, and nothing is stored. Unique by link, key and hour.
 */
function storeWeakOpens(messages: readonly WeakOpenMessage[]): SQL {
  const rows = messages.map((message) => ({
    id: toUuid(message.eventId),
    day: eventDay(message.eventId),
    visitor_id: toUuid(message.visitorId),
    weak_key: message.weakKey,
    hour: Math.floor(message.at / hourMs),
    at: new Date(message.at).toISOString(),
  }));
  return sql`with m as (
      select r.*, h.link_id, h.utm, l.loop from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, day date, visitor_id uuid, weak_key text, hour int, at timestamptz)
      cross join lateral (select link_id, utm from link_hits
        where weak_key = r.weak_key and kind = 'human' and at <= r.at
          and at > r.at - make_interval(secs => ${followsWithinS})
        order by at desc limit 1) h
      join smart_links l on l.id = h.link_id),
    opened as (
      insert into link_opens (link_id, visitor_key, hour, at, weak, utm)
      select link_id, weak_key, hour, at, true, utm from m
      on conflict do nothing returning link_id, visitor_key, hour)
    insert into events (day, id, name, schema_version, occurred_at, received_at, visitor_id, loop,
      link_id, props)
    select distinct on (m.link_id, m.weak_key, m.hour) m.day, m.id, 'invite.opened', 1, m.at, m.at,
      m.visitor_id, m.loop, m.link_id, '{"weak": true}'::jsonb
    from m join opened o on o.link_id = m.link_id and o.visitor_key = m.weak_key and o.hour = m.hour
    on conflict do nothing`;
}
