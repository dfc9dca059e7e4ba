/** Points entries and totals in Postgres. Boards show people with an account whose guardian agrees. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type EventId, fromUuid, toUuid, type VisitorId } from "#shared/ids.ts";
import type { Board } from "#shared/protocol/room-names.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { BoardTotal } from "./leaderboard.ts";

export interface PointsEntry {
  sourceEventId: EventId;
  visitorId: VisitorId;
  subject: Subject;
  points: number;
  /** Milliseconds since 1970. */
  earnedAt: number;
  held: boolean;
}

export type StoredTotal = Omit<BoardTotal, "handle"> & { board: Board };

const shown = sql`join users u on u.visitor_id = t.visitor_id and u.guardian_state <> 'pending'`;
const columns = sql`t.visitor_id, u.alias, t.score, t.version, t.subject, t.period,
  t.period_start::text as period_start, (extract(epoch from t.reached_at) * 1000)::float8 as reached_ms`;

const onBoard = (board: Board): SQL => sql`t.subject = ${board.subject}
  and t.period = ${board.period} and t.period_start = ${board.periodStart}::date`;

/**
 * Appends an entry and adds it to the totals of `boards`, both or neither, once for each source
 * event. Answers the newest totals that boards may show, also when there was nothing to add.
 */
export async function addEntry(
  db: Db,
  entry: PointsEntry,
  boards: readonly Board[],
): Promise<StoredTotal[]> {
  const visitor = toUuid(entry.visitorId);
  const earnedAt = new Date(entry.earnedAt).toISOString();
  const add = sql`with entry as (
      insert into points_entries (source_event_id, visitor_id, subject, points, earned_at, held)
      values (${toUuid(entry.sourceEventId)}, ${visitor}, ${entry.subject}, ${entry.points},
        ${earnedAt}, ${entry.held})
      on conflict do nothing returning visitor_id, subject, points, earned_at, held)
    insert into points_totals as t
      (visitor_id, subject, period, period_start, score, reached_at, version)
    select e.visitor_id, e.subject, b.period, b."periodStart", e.points, e.earned_at, 1
    from entry e cross join jsonb_to_recordset(${JSON.stringify(boards)}::jsonb)
      as b(period text, "periodStart" date)
    where not e.held and e.points > 0
    on conflict (subject, period, period_start, visitor_id) do update set
      score = t.score + excluded.score,
      reached_at = greatest(t.reached_at, excluded.reached_at),
      version = t.version + 1`;
  // A statement of its own: it sees what a parallel delivery of the same event has just committed.
  const read = sql`select ${columns} from points_totals t ${shown}
    where t.visitor_id = ${visitor} and (${sql.join(boards.map(onBoard), sql` or `)})`;
  const [, answer] = await db.batch([db.execute(add), db.execute(read)]);
  return answer.rows.map(toTotal);
}

/** All totals of a person, of all boards. */
export async function listPersonTotals(db: Db, visitorId: VisitorId): Promise<StoredTotal[]> {
  const answer = await db.execute(sql`select ${columns} from points_totals t ${shown}
    where t.visitor_id = ${toUuid(visitorId)}`);
  return answer.rows.map(toTotal);
}

/**
 * Gives a person's totals on these boards a new version, because what is shown with them has
 * changed, and answers them. Once more does no harm: only rooms learn of versions.
 */
export async function renewTotals(
  db: Db,
  visitorId: VisitorId,
  boards: readonly Board[],
): Promise<StoredTotal[]> {
  const mine = sql`t.visitor_id = ${toUuid(visitorId)}
    and (${sql.join(boards.map(onBoard), sql` or `)})`;
  const renew = sql`update points_totals t set version = t.version + 1 where ${mine}`;
  const read = sql`select ${columns} from points_totals t ${shown} where ${mine}`;
  const [, answer] = await db.batch([db.execute(renew), db.execute(read)]);
  return answer.rows.map(toTotal);
}

/** A page of a board's totals in the order of ids, after the given one. */
export async function listBoardTotals(
  db: Db,
  board: Board,
  page: { after: VisitorId | null; limit: number },
): Promise<StoredTotal[]> {
  const after = page.after ? sql`and t.visitor_id > ${toUuid(page.after)}::uuid` : sql``;
  const answer = await db.execute(sql`select ${columns} from points_totals t ${shown}
    where ${onBoard(board)} ${after} order by t.visitor_id limit ${page.limit}`);
  return answer.rows.map(toTotal);
}

export interface BoardRows {
  top: { visitorId: VisitorId; alias: string; score: number }[];
  you: { rank: number; score: number } | null;
  players: number;
}

/** The first rows of a board, one person's rank and the number of players, in one statement. */
export async function readBoard(
  db: Db,
  board: Board,
  who: { visitorId: VisitorId; limit: number },
): Promise<BoardRows> {
  const answer = await db.execute(sql`with board as not materialized (
      select t.visitor_id, u.alias, t.score, t.reached_at from points_totals t ${shown}
      where ${onBoard(board)}),
    top as (
      select * from board order by score desc nulls last, reached_at, visitor_id limit ${who.limit}),
    you as (select * from board where visitor_id = ${toUuid(who.visitorId)})
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', visitor_id, 'alias', alias, 'score', score)
        order by score desc, reached_at, visitor_id), '[]') from top) as top,
      (select score from you) as your_score,
      (select count(*)::int + 1 from board b, you where b.score > you.score or (b.score = you.score
        and (b.reached_at, b.visitor_id) < (you.reached_at, you.visitor_id))) as your_rank,
      (select count(*)::int from board) as players`);
  const row = answer.rows[0] ?? {};
  const top = row["top"] as { id: string; alias: string; score: number }[];
  const score = row["your_score"];
  return {
    top: top.map(({ id, alias, score }) => ({ visitorId: fromUuid("vis", id), alias, score })),
    you: score === null ? null : { rank: Number(row["your_rank"]), score: Number(score) },
    players: Number(row["players"]),
  };
}

function toTotal(row: Record<string, unknown>): StoredTotal {
  const { subject, period, period_start: periodStart } = row as Record<string, string>;
  return {
    board: { subject, period, periodStart } as Board,
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    alias: String(row["alias"]),
    score: Number(row["score"]),
    reachedAt: Number(row["reached_ms"]),
    version: Number(row["version"]),
  };
}
