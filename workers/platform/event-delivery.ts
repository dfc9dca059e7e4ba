/** Hands events to the features that react: after commit, and by sweep for what failed. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { DomainEvent, EventName } from "#shared/events.ts";
import { type EventId, fromUuid, type Id, type IdPrefix, toUuid } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import type { Clock } from "./clock.ts";
import { deliveryLeaseMs, type Subscriptions } from "./event-log.ts";
import { type Logger, scrub } from "./logger.ts";

/** What a feature does when an event happens. Must be idempotent by `event.eventId`. */
export type Reaction<C> = (ctx: C, event: DomainEvent) => Promise<void>;
export type Reactions<C> = Readonly<Record<string, Reaction<C>>>;

/** After so many failures a delivery is dead: listed for admins, tried no more. */
export const maxAttempts = 10;
const sweepBatch = 100;

interface DeliveryDeps {
  db: Db;
  clock: Clock;
  log: Logger;
  subscriptions: Subscriptions;
}

interface Delivery {
  event: DomainEvent;
  feature: string;
  attempts: number;
}

interface Outcome {
  eventId: EventId;
  feature: string;
  /** Empty when it went well. */
  error: string;
  attempts: number;
}

/** Delivers freshly committed events; the rows are leased to us for `deliveryLeaseMs`. */
export async function deliverEvents<C extends DeliveryDeps>(
  ctx: C,
  reactions: Reactions<C>,
  events: readonly DomainEvent[],
): Promise<void> {
  const deliveries = events.flatMap((event) =>
    (ctx.subscriptions[event.name] ?? []).map((feature) => ({ event, feature, attempts: 0 })),
  );
  await runDeliveries(ctx, reactions, deliveries);
}

/** Takes due deliveries under a lease and tries them again. Answers how many were tried. */
export async function sweepDeliveries<C extends DeliveryDeps>(
  ctx: C,
  reactions: Reactions<C>,
): Promise<number> {
  let tried = 0;
  for (let round = 0; round < 10; round++) {
    const due = await leaseDue(ctx);
    await runDeliveries(ctx, reactions, due);
    tried += due.length;
    if (due.length < sweepBatch) break;
  }
  return tried;
}

async function runDeliveries<C extends DeliveryDeps>(
  ctx: C,
  reactions: Reactions<C>,
  deliveries: readonly Delivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const outcomes: Outcome[] = [];
  for (const delivery of deliveries) outcomes.push(await tryDelivery(ctx, reactions, delivery));
  await recordOutcomes(ctx, outcomes);
}

async function tryDelivery<C extends DeliveryDeps>(
  ctx: C,
  reactions: Reactions<C>,
  { event, feature, attempts }: Delivery,
): Promise<Outcome> {
  const outcome = { eventId: event.eventId, feature, attempts: attempts + 1 };
  try {
    const react = reactions[feature];
    if (!react) throw new Error(`no reaction of ${feature}`);
    await react(ctx, event);
    return { ...outcome, error: "" };
  } catch (error) {
    ctx.log.error("delivery failed", error, { event: event.name, feature, eventId: event.eventId });
    return { ...outcome, error: scrub(String(error)) || "unknown" };
  }
}

/** Backoff doubles from 5 s to at most 1 h. */
export function retryDelayMs(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 3_600_000);
}

async function recordOutcomes(ctx: DeliveryDeps, outcomes: readonly Outcome[]): Promise<void> {
  const now = ctx.clock.now();
  const rows = outcomes.map((outcome) => ({
    event_id: toUuid(outcome.eventId),
    feature: outcome.feature,
    attempts: outcome.attempts,
    error: outcome.error || null,
    due_at: new Date(now + retryDelayMs(outcome.attempts)).toISOString(),
  }));
  await ctx.db.execute(sql`update event_deliveries d set
      attempts = r.attempts, last_error = r.error,
      delivered_at = case when r.error is null then ${new Date(now).toISOString()}::timestamptz end,
      dead_at = case when r.error is not null and r.attempts >= ${maxAttempts}
        then ${new Date(now).toISOString()}::timestamptz end,
      due_at = case when r.error is null then d.due_at else r.due_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(event_id uuid, feature text, attempts int, error text, due_at timestamptz)
    where d.event_id = r.event_id and d.feature = r.feature and d.delivered_at is null`);
}

async function leaseDue(ctx: DeliveryDeps): Promise<Delivery[]> {
  const now = new Date(ctx.clock.now()).toISOString();
  const lease = new Date(ctx.clock.now() + deliveryLeaseMs).toISOString();
  const answer = await ctx.db.execute(sql`with due as (
      select event_id, feature from event_deliveries
      where delivered_at is null and dead_at is null and due_at <= ${now}::timestamptz
      order by due_at limit ${sweepBatch} for update skip locked),
    leased as (
      update event_deliveries d set due_at = ${lease}::timestamptz from due
      where d.event_id = due.event_id and d.feature = due.feature
      returning d.event_id, d.event_day, d.feature, d.attempts)
    select l.feature, l.attempts, e.id, e.name, e.schema_version, e.visitor_id, e.user_id,
      e.session_id, e.loop, e.link_id, e.inviter_visitor_id, e.props,
      (extract(epoch from e.occurred_at) * 1000)::float8 as occurred_ms,
      (extract(epoch from e.received_at) * 1000)::float8 as received_ms
    from leased l join events e on e.day = l.event_day and e.id = l.event_id
    order by e.id`);
  return answer.rows.map(toDelivery);
}

function toDelivery(row: Record<string, unknown>): Delivery {
  return {
    feature: String(row["feature"]),
    attempts: Number(row["attempts"]),
    event: {
      eventId: fromUuid("evt", String(row["id"])),
      name: row["name"] as EventName,
      schemaVersion: 1,
      occurredAt: Number(row["occurred_ms"]),
      receivedAt: Number(row["received_ms"]),
      visitorId: fromUuid("vis", String(row["visitor_id"])),
      userId: idOrNull("user", row["user_id"]),
      sessionId: idOrNull("sess", row["session_id"]),
      loop: (row["loop"] as Loop | null) ?? null,
      linkId: idOrNull("link", row["link_id"]),
      inviterVisitorId: idOrNull("vis", row["inviter_visitor_id"]),
      props: row["props"] as DomainEvent["props"],
    },
  };
}

function idOrNull<P extends IdPrefix>(prefix: P, value: unknown): Id<P> | null {
  return typeof value === "string" ? fromUuid(prefix, value) : null;
}
