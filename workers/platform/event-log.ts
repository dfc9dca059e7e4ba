/** The event log: facts and their deliveries in one statement, handed over after the commit. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { DomainEvent, EventName, EventProps, FactName } from "#shared/events.ts";
import {
  type EventId,
  fromUuid,
  type Id,
  type IdPrefix,
  idTimeMs,
  type LinkId,
  toUuid,
  type UserId,
  type VisitorId,
} from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import type { Clock, Ids } from "./clock.ts";

/** Which features react to which event; made once, in `event-handlers.ts`. */
export type Subscriptions = Readonly<Partial<Record<EventName, readonly string[]>>>;

export interface FactInput<N extends FactName> {
  visitorId: VisitorId;
  userId?: UserId | null;
  loop?: Loop | null;
  linkId?: LinkId | null;
  inviterVisitorId?: VisitorId | null;
  props: EventProps<N>;
}

export interface EventLog {
  /** An event that is not written yet. */
  fact<N extends FactName>(name: N, input: FactInput<N>): DomainEvent<N>;
  /**
   * One statement that writes the events whose guard is true, with a delivery row for each
   * reacting feature. Use it in the use case's batch; it answers the ids that were written.
   */
  write(events: readonly GuardedEvent[]): SQL;
  /** Hands written events to the features that react, after the response. */
  deliverAfterCommit(events: readonly DomainEvent[]): void;
}

/** `onlyIf` is checked inside the transaction, after the use case's own statements. */
export interface GuardedEvent {
  event: DomainEvent;
  onlyIf?: SQL;
}

/** How long the writer itself may take to deliver before the sweep tries, in milliseconds. */
export const deliveryLeaseMs = 30_000;

export function createEventLog(deps: {
  clock: Clock;
  ids: Ids;
  subscriptions: Subscriptions;
  deliver(events: readonly DomainEvent[]): void;
}): EventLog {
  return {
    fact(name, input) {
      const now = deps.clock.now();
      return {
        eventId: deps.ids.next("evt"),
        name,
        schemaVersion: 1,
        occurredAt: now,
        receivedAt: now,
        visitorId: input.visitorId,
        userId: input.userId ?? null,
        sessionId: null,
        loop: input.loop ?? null,
        linkId: input.linkId ?? null,
        inviterVisitorId: input.inviterVisitorId ?? null,
        props: input.props,
      };
    },
    write: (events) => writeEvents(events, deps.subscriptions),
    deliverAfterCommit(events) {
      if (events.length > 0) deps.deliver(events);
    },
  };
}

/** One `insert` for events and deliveries; answers `{ id: uuid }` of what was written. */
export function writeEvents(guarded: readonly GuardedEvent[], subscriptions: Subscriptions): SQL {
  const rows = sql.join(guarded.map(selectRow), sql` union all `);
  const pairs = Object.entries(subscriptions).flatMap(([name, features]) =>
    (features ?? []).map((feature) => ({ name, feature })),
  );
  return sql`with written as (
      insert into events (day, id, name, schema_version, occurred_at, received_at, visitor_id,
        user_id, session_id, loop, link_id, inviter_visitor_id, props)
      ${rows} on conflict do nothing returning id, day, name, received_at),
    handed as (
      insert into event_deliveries (event_id, event_day, feature, due_at)
      select w.id, w.day, s.feature,
        w.received_at + make_interval(secs => ${deliveryLeaseMs / 1000})
      from written w join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
        as s(name text, feature text) on s.name = w.name)
    select id from written`;
}

function selectRow({ event, onlyIf }: GuardedEvent): SQL {
  const values = sql`select ${eventDay(event.eventId)}::date, ${toUuid(event.eventId)}::uuid,
    ${event.name}::text, ${event.schemaVersion}::smallint,
    ${new Date(event.occurredAt).toISOString()}::timestamptz,
    ${new Date(event.receivedAt).toISOString()}::timestamptz,
    ${toUuid(event.visitorId)}::uuid, ${uuidOrNull(event.userId)}::uuid,
    ${uuidOrNull(event.sessionId)}::uuid, ${event.loop}::text,
    ${uuidOrNull(event.linkId)}::uuid, ${uuidOrNull(event.inviterVisitorId)}::uuid,
    ${JSON.stringify(event.props)}::jsonb`;
  return onlyIf ? sql`${values} where ${onlyIf}` : values;
}

function uuidOrNull(id: Id<IdPrefix> | null): string | null {
  return id === null ? null : toUuid(id);
}

/** The UTC day inside an event's id, `YYYY-MM-DD`: its partition. */
export function eventDay(id: EventId): string {
  return new Date(idTimeMs(id)).toISOString().slice(0, 10);
}

/** Those of `events` that `write`'s answer names. */
export function writtenEvents<E extends DomainEvent>(
  events: readonly E[],
  answer: { rows: readonly Record<string, unknown>[] },
): E[] {
  const ids = new Set(answer.rows.map((row) => fromUuid("evt", String(row["id"]))));
  return events.filter((event) => ids.has(event.eventId));
}

/** Runs statements and the events they cause as one transaction in one round trip. */
export async function commitWithEvents(
  deps: { db: Db; events: EventLog },
  statements: readonly SQL[],
  guarded: readonly GuardedEvent[],
): Promise<{ rows: Record<string, unknown>[][]; written: DomainEvent[] }> {
  const all = [...statements, deps.events.write(guarded)].map((query) => deps.db.execute(query));
  const [first, ...rest] = all;
  if (!first) throw new RangeError("nothing to commit");
  const answers = await deps.db.batch([first, ...rest]);
  const written = writtenEvents(
    guarded.map((entry) => entry.event),
    answers[answers.length - 1] ?? { rows: [] },
  );
  deps.events.deliverAfterCommit(written);
  return { rows: answers.slice(0, -1).map((answer) => answer.rows), written };
}
