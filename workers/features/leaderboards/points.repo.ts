/** Points entries in Postgres, the totals that follow from them, and the review of what is held. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { HoldReason, Verdict } from "#shared/held-points.ts";
import { type EventId, fromUuid, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Board } from "#shared/protocol/room-names.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { PagePosition } from "../../platform/page-cursor.ts";
import { boardColumns, onBoard, type StoredTotal, shown, toTotal } from "./leaderboards.repo.ts";

/** One statement of a transaction. */
export type Statement = SQL;

export interface PointsEntry {
  sourceEventId: EventId;
  visitorId: VisitorId;
  subject: Subject;
  points: number;
  /** Milliseconds since 1970. */
  earnedAt: number;
  /** Null where only the sums of a minute or a day can be a reason. */
  heldFor: HoldReason | null;
}

/** Changes of one person's points come one after the other: a cap sees all that counted before. */
function lockPoints(visitorId: VisitorId): SQL {
  return sql`select pg_advisory_xact_lock(hashtextextended(${toUuid(visitorId)}, 1))::text`;
}

/** Adds entries to totals. `entry` has the columns of an entry, `b` names its boards. */
const addToTotals = (from: SQL) => sql`insert into points_totals as t
    (visitor_id, subject, period, period_start, score, reached_at, version)
  select e.visitor_id, e.subject, b.period, b.period_start, e.points, e.earned_at, 1
  from ${from} and e.points > 0 and not exists (select 1 from final_boards f
    where f.subject = e.subject and f.period = b.period and f.period_start = b.period_start)
  on conflict (subject, period, period_start, visitor_id) do update set
    score = t.score + excluded.score,
    reached_at = greatest(t.reached_at, excluded.reached_at),
    version = t.version + 1`;

/**
 * Statements of one transaction: append an entry and add it to the totals of `boards`, both or
 * neither, once for each source event. More than `caps` allow is held: recorded, not counted.
 */
export function addEntry(
  entry: PointsEntry,
  boards: readonly Board[],
  caps: { minute: number; day: number },
): SQL[] {
  const visitor = toUuid(entry.visitorId);
  const at = sql`${new Date(entry.earnedAt).toISOString()}::timestamptz`;
  const today = sql`date_trunc('day', ${at}, 'UTC')`;
  const add = sql`with counted as (
      select coalesce(sum(points) filter (where earned_at >= ${today}), 0) as day,
        coalesce(sum(points) filter (where earned_at > ${at} - interval '1 minute'
          and earned_at <= ${at}), 0) as minute
      from points_entries where visitor_id = ${visitor} and not held
        and earned_at > least(${today}, ${at} - interval '1 minute')
        and earned_at < ${today} + interval '1 day'),
    checked as (select coalesce(${entry.heldFor}::text,
        case when minute + ${entry.points} > ${caps.minute} then 'minute_cap'
          when day + ${entry.points} > ${caps.day} then 'day_cap' end) as held_for from counted),
    entry as (
      insert into points_entries
        (source_event_id, visitor_id, subject, points, earned_at, held, held_for)
      select ${toUuid(entry.sourceEventId)}::uuid, ${visitor}::uuid, ${entry.subject},
        ${entry.points}::int, ${at}, held_for is not null, held_for from checked
      on conflict do nothing returning visitor_id, subject, points, earned_at, held)
    ${addToTotals(sql`entry e cross join (select period, "periodStart" as period_start
      from jsonb_to_recordset(${JSON.stringify(boards)}::jsonb)
        as r(period text, "periodStart" date)) b where not e.held`)}`;
  return [lockPoints(entry.visitorId), add];
}

/** The newest totals of a person on those boards, as far as boards may show them. */
export function totalsOn(visitorId: VisitorId, boards: readonly Board[]): SQL {
  return sql`select ${boardColumns} from points_totals t ${shown}
    where t.visitor_id = ${toUuid(visitorId)}
      and (${sql.join(boards.map(onBoard), sql` or `)})`;
}

/** Runs statements as one transaction; answers the last one's totals. */
export async function runForTotals(db: Db, statements: readonly SQL[]): Promise<StoredTotal[]> {
  const [first, ...rest] = statements.map((statement) => db.execute(statement));
  if (!first) return [];
  const answers = await db.batch([first, ...rest]);
  return answers.at(-1)?.rows.map(toTotal) ?? [];
}

export interface RankCandidate {
  board: Board;
  /** The fact that tells of it, if this mark is the first. */
  eventId: EventId;
}

/** Notes on which of those boards the person now stands among the first `top`; once for each. */
export function markRanks(
  visitorId: VisitorId,
  candidates: readonly RankCandidate[],
  top: number,
): SQL {
  const visitor = sql`${toUuid(visitorId)}::uuid`;
  const rows = candidates.map(({ board, eventId }) => ({ ...board, event: toUuid(eventId) }));
  return sql`insert into rank_marks (subject, period, period_start, visitor_id, event_id)
    select c.subject, c.period, c."periodStart", ${visitor}, c.event
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(subject text, period text, "periodStart" date, event uuid)
    where ${visitor} in (select t.visitor_id from points_totals t ${shown}
      where t.subject = c.subject and t.period = c.period and t.period_start = c."periodStart"
      order by t.score desc nulls last, t.reached_at, t.visitor_id limit ${top})
      and (select count(*) from (select 1 from points_totals t ${shown}
        where t.subject = c.subject and t.period = c.period and t.period_start = c."periodStart"
        limit ${top + 1}) players) > ${top}
    order by c.subject, c.period on conflict do nothing`;
}

/** True in the one transaction whose mark was the first. */
export function isRankMark(visitorId: VisitorId, { eventId, board }: RankCandidate): SQL {
  return sql`exists (select 1 from rank_marks where visitor_id = ${toUuid(visitorId)}::uuid
    and subject = ${board.subject} and period = ${board.period}
    and period_start = ${board.periodStart}::date and event_id = ${toUuid(eventId)}::uuid)`;
}

export interface HeldEntry {
  entryId: EventId;
  /** Null for a guest. */
  alias: string | null;
  subject: Subject;
  points: number;
  /** Milliseconds since 1970. */
  earnedAt: number;
  reason: HoldReason;
  /** The run, as long as its event is kept. */
  run: { deckId: string; score: number; total: number; durationMs: number } | null;
}

/** Held entries that nobody has decided about, newest first, and how many there are. */
export async function listHeld(
  db: Db,
  before: PagePosition<"evt"> | null,
  limit: number,
): Promise<{ rows: HeldEntry[]; waiting: number }> {
  const open = sql`e.held and not exists (
    select 1 from points_reviews r where r.source_event_id = e.source_event_id)`;
  const older = before
    ? sql`and (e.earned_at, e.source_event_id) <
        (${new Date(before.at).toISOString()}::timestamptz, ${toUuid(before.id)}::uuid)`
    : sql``;
  const [rows, count] = await db.batch([
    db.execute(sql`select e.source_event_id, e.subject, e.points, u.alias, v.props,
        coalesce(e.held_for, 'too_fast') as reason,
        (extract(epoch from e.earned_at) * 1000)::float8 as earned_ms
      from points_entries e left join users u on u.visitor_id = e.visitor_id
        left join events v on v.id = e.source_event_id
          and v.day = (e.earned_at at time zone 'UTC')::date
      where ${open} ${older}
      order by e.earned_at desc, e.source_event_id desc limit ${limit}`),
    db.execute(sql`select count(*)::int as n from points_entries e where ${open}`),
  ]);
  return { rows: rows.rows.map(toHeld), waiting: Number(count.rows[0]?.["n"] ?? 0) };
}

function toHeld(row: Record<string, unknown>): HeldEntry {
  const { subject, reason, alias } = row as unknown as HeldEntry;
  return {
    entryId: fromUuid("evt", String(row["source_event_id"])),
    ...{ alias, subject, reason },
    points: Number(row["points"]),
    earnedAt: Number(row["earned_ms"]),
    run: row["props"] as HeldEntry["run"],
  };
}

export interface HeldFacts {
  visitorId: VisitorId;
  userId: UserId | null;
  subject: Subject;
  points: number;
  verdict: Verdict | null;
}

/** Whose held entry that is, and what was decided; null for one that is not held. */
export async function findHeld(db: Db, entryId: EventId): Promise<HeldFacts | null> {
  const answer = await db.execute(sql`select e.visitor_id, u.id as user_id, e.subject, e.points,
      r.verdict from points_entries e left join users u on u.visitor_id = e.visitor_id
      left join points_reviews r on r.source_event_id = e.source_event_id
    where e.source_event_id = ${toUuid(entryId)}::uuid and e.held`);
  const row = answer.rows[0];
  if (!row) return null;
  const { subject, verdict } = row as unknown as HeldFacts;
  const userId = row["user_id"];
  return {
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    userId: typeof userId === "string" ? fromUuid("user", userId) : null,
    points: Number(row["points"]),
    ...{ subject, verdict },
  };
}

export interface Review {
  entryId: EventId;
  visitorId: VisitorId;
  verdict: Verdict;
  reviewerId: UserId;
  now: number;
  eventId: EventId;
}

/** Notes the first verdict about a held entry; released points count from here on, once. */
export function storeReview(review: Review): SQL[] {
  const { entryId, visitorId, verdict, reviewerId, now, eventId } = review;
  const note = sql`insert into points_reviews
      (source_event_id, verdict, reviewer_id, reviewed_at, event_id)
    values (${toUuid(entryId)}, ${verdict}, ${toUuid(reviewerId)},
      ${new Date(now).toISOString()}, ${toUuid(eventId)}) on conflict do nothing`;
  const boards = sql`(values ('daily', (e.earned_at at time zone 'UTC')::date),
    ('weekly', date_trunc('week', e.earned_at at time zone 'UTC')::date),
    ('all_time', date '1970-01-01')) as b(period, period_start)`;
  const count = addToTotals(sql`points_entries e cross join lateral ${boards}
    where e.source_event_id = ${toUuid(entryId)}::uuid and ${isReviewOf(eventId)}
      and ${verdict}::text = 'released'`);
  return [lockPoints(visitorId), note, count];
}

/** True in the one transaction whose verdict was the first. */
export function isReviewOf(eventId: EventId): SQL {
  return sql`exists (select 1 from points_reviews where event_id = ${toUuid(eventId)}::uuid)`;
}
