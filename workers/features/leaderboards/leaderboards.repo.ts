/** Totals and final standings in Postgres. Boards show people with an account whose guardian agrees. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { fromUuid, toUuid, type VisitorId } from "#shared/ids.ts";
import type { Board } from "#shared/protocol/room-names.ts";
import type { BoardTotal, Place } from "./leaderboard.ts";

export type StoredTotal = Omit<BoardTotal, "handle"> & { board: Board };

export const shown = sql`join users u on u.visitor_id = t.visitor_id and u.guardian_state <> 'pending'`;
export const boardColumns = sql`t.visitor_id, u.alias, t.score, t.version, t.subject, t.period,
  t.period_start::text as period_start, (extract(epoch from t.reached_at) * 1000)::float8 as reached_ms`;

export const onBoard = (board: Board): SQL => sql`t.subject = ${board.subject}
  and t.period = ${board.period} and t.period_start = ${board.periodStart}::date`;

/** All totals of a person, of all boards. */
export async function listPersonTotals(db: Db, visitorId: VisitorId): Promise<StoredTotal[]> {
  const answer = await db.execute(sql`select ${boardColumns} from points_totals t ${shown}
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
  const read = sql`select ${boardColumns} from points_totals t ${shown} where ${mine}`;
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
  const answer = await db.execute(sql`select ${boardColumns} from points_totals t ${shown}
    where ${onBoard(board)} ${after} order by t.visitor_id limit ${page.limit}`);
  return answer.rows.map(toTotal);
}

interface StoredRow {
  visitorId: VisitorId;
  alias: string;
  rank: number;
  place: number;
  score: number;
}

export interface BoardRows {
  top: StoredRow[];
  around: StoredRow[];
  you: Place | null;
  players: number;
}

export interface Winner {
  alias: string;
  rank: number;
  place: number;
  score: number;
}

/** The first rows of a board, one person's rank with who is next, and the number of players. */
export function boardRows(
  board: Board,
  who: { visitorId: VisitorId; limit: number; reach: number },
): SQL {
  const row = sql`jsonb_agg(jsonb_build_object('visitorId', r.visitor_id, 'alias', r.alias,
    'rank', r.rank, 'place', r.place, 'score', r.score) order by r.rank)`;
  return sql`with ranked as (
      select t.visitor_id, u.alias, t.score,
        row_number() over (order by t.score desc, t.reached_at, t.visitor_id)::int as rank,
        (rank() over (order by t.score desc))::int as place
      from points_totals t ${shown} where ${onBoard(board)}),
    own as (select * from ranked where visitor_id = ${toUuid(who.visitorId)})
    select
      (select coalesce(${row}, '[]') from ranked r where r.rank <= ${who.limit}) as top,
      (select coalesce(${row}, '[]') from ranked r, own
        where r.rank between own.rank - ${who.reach} and own.rank + ${who.reach}) as around,
      (select jsonb_build_object('rank', rank, 'place', place, 'score', score) from own) as you,
      (select count(*)::int from ranked) as players`;
}

/** Who won a board that is final; nobody where it is not, or had no players. */
export function winnersOf(board: Board | null, limit: number): SQL {
  return board
    ? sql`select u.alias, t.rank, t.place, t.score from leaderboard_finals t ${shown}
        where ${onBoard(board)} order by t.rank limit ${limit}`
    : sql`select 1 where false`;
}

/** The rows and the winners that were asked for, in one round trip. */
export async function readBoard(
  db: Db,
  rows: SQL | null,
  winners: SQL,
): Promise<{ rows: BoardRows | null; winners: Winner[] }> {
  const [won, answer] = await db.batch([
    db.execute(winners),
    ...(rows ? [db.execute(rows)] : []),
  ] as const);
  return {
    rows: answer ? toBoardRows(answer.rows[0] ?? {}) : null,
    winners: won.rows as unknown as Winner[],
  };
}

function toBoardRows(row: Record<string, unknown>): BoardRows {
  const list = (name: string) =>
    (row[name] as (Omit<StoredRow, "visitorId"> & { visitorId: string })[]).map((one) => ({
      ...one,
      visitorId: fromUuid("vis", one.visitorId),
    }));
  return {
    top: list("top"),
    around: list("around"),
    you: row["you"] as Place | null,
    players: Number(row["players"]),
  };
}

export function toTotal(row: Record<string, unknown>): StoredTotal {
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
