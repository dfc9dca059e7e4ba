/** Practice entries and what follows from them in Postgres. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { DomainEvent } from "#shared/events.ts";
import {
  type EventId,
  fromUuid,
  type LinkId,
  toUuid,
  type UserId,
  type VisitorId,
} from "#shared/ids.ts";
import type { OpenChallenge } from "./challenges.repo.ts";
import { openChallenge, toOpenChallenge } from "./challenges.repo.ts";
import type { ZoneSince } from "./local-day.ts";
import type { PractisedRun, Progress } from "./progress.ts";

/** All that a person's progress follows from, and what was told of it. */
export interface History {
  /** Null for a guest: entries wait for the account. */
  userId: UserId | null;
  runs: PractisedRun[];
  zones: ZoneSince[];
  /** `<kind> <key>` of each mark. */
  marks: ReadonlySet<string>;
  /** The challenge that came with the run's link, where there is one to decide. */
  challenge: OpenChallenge | null;
}

const time = (atMs: number) => sql`${new Date(atMs).toISOString()}::timestamptz`;
const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;
const uuid = (id: VisitorId | LinkId) => sql`${toUuid(id)}::uuid`;

/** Appends the run, once for each event, and answers the history with it, in one round trip. */
export async function addEntry(db: Db, event: DomainEvent<"deck.completed">): Promise<History> {
  const { runId, deckId, subject, score, total, durationMs } = event.props;
  const add = sql`insert into practice_entries (source_event_id, visitor_id, run_id, deck_id,
      subject, score, total, duration_ms, practised_at)
    values (${toUuid(event.eventId)}, ${toUuid(event.visitorId)}, ${toUuid(runId)}, ${deckId},
      ${subject}, ${score}, ${total}, ${durationMs}, ${time(event.occurredAt)})
    on conflict do nothing`;
  const [, , answer] = await db.batch([
    db.execute(lockPerson(event.visitorId)),
    db.execute(add),
    db.execute(historyOf(event.visitorId, openChallenge(event))),
  ]);
  return toHistory(answer.rows[0] ?? {});
}

export async function readHistory(db: Db, visitorId: VisitorId): Promise<History> {
  const [, answer] = await db.batch([
    db.execute(lockPerson(visitorId)),
    db.execute(historyOf(visitorId, sql`null::jsonb`)),
  ]);
  return toHistory(answer.rows[0] ?? {});
}

/**
 * Held while a history is read: of two histories the later one then holds all of the earlier, so
 * that the number of its rows tells which is newer.
 */
function lockPerson(visitorId: VisitorId): SQL {
  return sql`select pg_advisory_xact_lock(hashtextextended(${toUuid(visitorId)}, 0))::text`;
}

function historyOf(visitorId: VisitorId, challenge: SQL): SQL {
  const person = uuid(visitorId);
  return sql`select
      (select id from users where visitor_id = ${person}) as user_id,
      (select coalesce(jsonb_agg(jsonb_build_object('eventId', source_event_id, 'runId', run_id,
          'deckId', deck_id, 'subject', subject, 'score', score, 'total', total,
          'durationMs', duration_ms, 'at', ${ms(sql`practised_at`)})), '[]')
        from practice_entries where visitor_id = ${person}) as runs,
      (select coalesce(jsonb_agg(jsonb_build_object('zone', zone, 'since', ${ms(sql`since`)})), '[]')
        from person_zones where visitor_id = ${person}) as zones,
      (select coalesce(jsonb_agg(kind || ' ' || key), '[]')
        from progress_marks where visitor_id = ${person}) as marks,
      (${challenge}) as challenge`;
}

type RunJson = Omit<PractisedRun, "eventId" | "runId"> & { eventId: string; runId: string };

function toHistory(row: Record<string, unknown>): History {
  const runs = (row["runs"] as RunJson[]).map((run) => ({
    ...run,
    eventId: fromUuid("evt", run.eventId),
    runId: fromUuid("run", run.runId),
  }));
  const userId = row["user_id"];
  return {
    userId: typeof userId === "string" ? fromUuid("user", userId) : null,
    runs,
    zones: row["zones"] as ZoneSince[],
    marks: new Set(row["marks"] as string[]),
    challenge: toOpenChallenge(row["challenge"]),
  };
}

/**
 * Replaces the person's progress where `version` is newer: entries and zones are only ever added.
 */
export function storeProgress(visitorId: VisitorId, progress: Progress, version: number): SQL {
  return sql`insert into person_progress as p (visitor_id, version, state)
    values (${toUuid(visitorId)}, ${version}, ${JSON.stringify(progress)}::jsonb)
    on conflict (visitor_id) do update set version = excluded.version, state = excluded.state
    where p.version < excluded.version`;
}

/** What is stored of each child of a guardian; null where nothing was practised yet. */
export async function readChildrenProgress(
  db: Db,
  guardian: UserId,
): Promise<{ visitorId: VisitorId; timezone: string; progress: Progress | null }[]> {
  const answer = await db.execute(sql`select c.visitor_id, c.timezone, p.state
    from users c left join person_progress p on p.visitor_id = c.visitor_id
    where c.guardian_id = ${toUuid(guardian)}::uuid order by c.created_at, c.id`);
  return answer.rows.map((row) => ({
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    timezone: String(row["timezone"]),
    progress: (row["state"] as Progress | null) ?? null,
  }));
}

/** Runs a change that is no fact. */
export async function commitQuietly(db: Db, statement: SQL): Promise<void> {
  await db.execute(statement);
}

export interface Mark {
  kind: "achievement" | "streak" | "level" | "best";
  key: string;
  /** The fact that tells of it, if this mark is the first. */
  eventId: EventId;
}

/** Notes what is told now; who was first keeps the mark. */
export function insertMarks(visitorId: VisitorId, marks: readonly Mark[]): SQL {
  const rows = marks.map(({ kind, key, eventId }) => ({ kind, key, event: toUuid(eventId) }));
  return sql`insert into progress_marks (visitor_id, kind, key, event_id)
    select ${uuid(visitorId)}, r.kind, r.key, r.event
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(kind text, key text, event uuid)
    order by r.kind, r.key on conflict do nothing`;
}

/** True in the one transaction whose mark was the first. */
export function isMarked(visitorId: VisitorId, mark: Mark): SQL {
  return sql`exists (select 1 from progress_marks where visitor_id = ${uuid(visitorId)}
    and kind = ${mark.kind} and key = ${mark.key} and event_id = ${toUuid(mark.eventId)}::uuid)`;
}

/**
 * Keeps the person's zone from `now` on, at most one change in `pauseMs`. False where it is the one
 * that was known, or too soon. Parallel calls with one zone keep it once.
 */
export async function storeZone(
  db: Db,
  person: { userId: UserId; visitorId: VisitorId },
  zone: string,
  time: { now: number; pauseMs: number },
): Promise<boolean> {
  const now = new Date(time.now).toISOString();
  const answer = await db.execute(sql`with kept as (
      update users set timezone = ${zone}
      where id = ${toUuid(person.userId)} and timezone <> ${zone} and not exists (
        select 1 from person_zones z where z.visitor_id = ${uuid(person.visitorId)}
          and z.since > ${now}::timestamptz - make_interval(secs => ${time.pauseMs / 1000}))
      returning visitor_id)
    insert into person_zones (visitor_id, since, zone)
    select visitor_id, ${now}::timestamptz, ${zone} from kept on conflict do nothing
    returning zone`);
  return answer.rows.length > 0;
}
