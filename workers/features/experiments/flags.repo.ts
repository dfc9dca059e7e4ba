/** Queries of flags, and the one transaction that turns a loop off. */
import { asc, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { flags } from "#db/schema/experiments.ts";
import { type EventId, toUuid } from "#shared/ids.ts";
import { audited, type Change, type Statement } from "./changes.repo.ts";
import type { FlagInput } from "./experiments.schemas.ts";

export type FlagRow = typeof flags.$inferSelect;

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
const time = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const loopPrefix = "loop.";

export async function listFlagRows(db: Db): Promise<FlagRow[]> {
  return db.select().from(flags).orderBy(asc(flags.key)).limit(500);
}

/** Makes the flag, or changes the version one has seen; either way it is killed no more. */
export function writeFlag(input: FlagInput, change: Change): Statement {
  const values = sql`${input.description}, ${input.kind}, ${input.enabled}::boolean,
    ${json(input.defaultValue)}, ${json(input.offValue)}, ${json(input.rules)}`;
  const write: SQL =
    input.version === undefined
      ? sql`insert into flags (key, description, kind, enabled, default_value, off_value, rules,
          updated_at) values (${input.key}, ${values}, ${time(change.now)}) on conflict do nothing`
      : sql`update flags set (description, kind, enabled, default_value, off_value, rules) =
          row(${values}), killed_at = null, kill_reason = null, kill_event_id = null, version = version + 1,
          updated_at = ${time(change.now)}
        where key = ${input.key} and version = ${input.version}`;
  return audited("flag", write, change);
}

export interface Kill {
  key: string;
  reason: string;
  /** The `guardrail.tripped` event, where it was one. */
  eventId: EventId | null;
}

/** Kills the flag, or makes it dead where a loop had none. Nothing where it is dead already. */
export function killFlagOf({ key, reason, eventId }: Kill, change: Change): Statement {
  const now = time(change.now);
  const event = sql`${eventId ? toUuid(eventId) : null}::uuid`;
  const write = key.startsWith(loopPrefix)
    ? sql`insert into flags (key, description, kind, enabled, default_value, off_value, rules,
          killed_at, kill_reason, kill_event_id, updated_at)
        values (${key}, 'Turns the loop off', 'boolean', true, 'true'::jsonb, 'false'::jsonb,
          '[]'::jsonb, ${now}, ${reason}, ${event}, ${now})
        on conflict (key) do update set killed_at = excluded.killed_at,
          kill_reason = excluded.kill_reason, kill_event_id = excluded.kill_event_id,
          version = flags.version + 1, updated_at = excluded.updated_at
        where flags.killed_at is null`
    : sql`update flags set killed_at = ${now}, kill_reason = ${reason}, kill_event_id = ${event},
          version = version + 1, updated_at = ${now} where key = ${key} and killed_at is null`;
  return audited("flag", write, change);
}

/** Cancels what is queued for loops that are off, whenever it was queued. */
export function cancelMessages(now: Date): Statement {
  return sql`update messages m set state = 'cancelled', closed_at = ${time(now)},
      cancel_reason = coalesce(f.kill_reason, 'the loop is off')
    from flags f where f.key = ${loopPrefix} || m.loop and m.state = 'queued'
      and (f.killed_at is not null or not f.enabled) returning m.id`;
}

/** True inside the transaction of the guardrail that did it, and for no other. */
export function wasKilledBy(key: string, eventId: EventId): SQL {
  return sql`exists (select 1 from flags where key = ${key}
    and kill_event_id = ${toUuid(eventId)})`;
}
