/** The operator's queries: deliveries, partitions, and whether the database answers. */
import { and, count, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { eventDeliveries, events } from "#db/schema/events.ts";
import type { EventName } from "#shared/events.ts";
import type { EventId } from "#shared/ids.ts";

export interface DeadLetter {
  eventId: EventId;
  event: EventName;
  feature: string;
  attempts: number;
  /** Milliseconds since 1970. */
  deadAt: number;
  lastError: string | null;
}

export async function listDead(
  db: Db,
  before: { at: number; id: EventId } | null,
  limit: number,
): Promise<{ rows: DeadLetter[]; waiting: number }> {
  const dead = eventDeliveries;
  const at = before && new Date(before.at);
  const older =
    before && at
      ? or(lt(dead.deadAt, at), and(eq(dead.deadAt, at), lt(dead.eventId, before.id)))
      : undefined;
  const [rows, waiting] = await db.batch([
    db
      .select({
        eventId: dead.eventId,
        event: events.name,
        feature: dead.feature,
        attempts: dead.attempts,
        deadAt: dead.deadAt,
        lastError: dead.lastError,
      })
      .from(dead)
      .innerJoin(events, and(eq(events.day, dead.eventDay), eq(events.id, dead.eventId)))
      .where(and(isNotNull(dead.deadAt), older))
      .orderBy(desc(dead.deadAt), desc(dead.eventId))
      .limit(limit),
    db
      .select({ n: count() })
      .from(dead)
      .where(and(isNull(dead.deliveredAt), isNull(dead.deadAt))),
  ]);
  return {
    rows: rows.map((row) => ({ ...row, deadAt: row.deadAt?.getTime() ?? 0 })),
    waiting: waiting[0]?.n ?? 0,
  };
}

export async function reviveDead(
  db: Db,
  eventId: EventId,
  feature: string,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(eventDeliveries)
    .set({ deadAt: null, attempts: 0, dueAt: now })
    .where(
      and(
        eq(eventDeliveries.eventId, eventId),
        eq(eventDeliveries.feature, feature),
        isNotNull(eventDeliveries.deadAt),
      ),
    )
    .returning({ eventId: eventDeliveries.eventId });
  return rows.length > 0;
}

/** Makes the partitions of this month and the next two. */
export async function makePartitions(db: Db, now: Date): Promise<void> {
  const day = now.toISOString();
  await db.execute(sql`select make_event_partitions(${day}::date,
    (${day}::date + interval '2 months')::date)`);
}

/** One round trip that asks for nothing. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.execute(sql`select 1`);
}
