/** The end of a period in Postgres: which boards are due, and where everybody stood. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Board } from "#shared/protocol/room-names.ts";
import { onBoard, shown } from "./leaderboards.repo.ts";

const listed = (boards: readonly Board[]): SQL => sql`jsonb_to_recordset(
  ${JSON.stringify(boards)}::jsonb) as b(subject text, period text, "periodStart" date)`;
const sameBoard = (table: SQL) => sql`${table}.subject = b.subject and ${table}.period = b.period
  and ${table}.period_start = b."periodStart"`;

/** Those of the boards on which somebody has points and that are not final. */
export async function listLiveBoards(db: Db, boards: readonly Board[]): Promise<Board[]> {
  const answer = await db.execute(sql`select b.subject, b.period,
      b."periodStart"::text as "periodStart" from ${listed(boards)}
    where exists (select 1 from points_totals t where ${sameBoard(sql`t`)})
      and not exists (select 1 from final_boards f where ${sameBoard(sql`f`)})
    order by b."periodStart", b.subject, b.period`);
  return answer.rows as unknown as Board[];
}

/**
 * Stores a board's final standings, once, and only when no delivery to leaderboards waits that
 * happened before `end`; one that was given up holds nothing up. Answers the number of players,
 * null when there was nothing to do yet or any more.
 */
export async function storeFinals(
  db: Db,
  board: Board,
  time: { end: number; now: number },
): Promise<number | null> {
  const end = sql`${new Date(time.end).toISOString()}::timestamptz`;
  const answer = await db.execute(sql`with standing as (
      select t.visitor_id, t.score,
        row_number() over (order by t.score desc, t.reached_at, t.visitor_id) as rank,
        rank() over (order by t.score desc) as place
      from points_totals t ${shown} where ${onBoard(board)}),
    closed as (
      insert into final_boards (subject, period, period_start, players, closed_at)
      select ${board.subject}, ${board.period}, ${board.periodStart}::date,
        (select count(*) from standing), ${new Date(time.now).toISOString()}::timestamptz
      where not exists (select 1 from event_deliveries d
        join events e on e.day = d.event_day and e.id = d.event_id
        where d.feature = 'leaderboards' and d.delivered_at is null and d.dead_at is null
          and e.occurred_at < ${end})
      on conflict do nothing returning subject, period, period_start, players),
    kept as (
      insert into leaderboard_finals
        (subject, period, period_start, visitor_id, rank, place, score)
      select c.subject, c.period, c.period_start, s.visitor_id, s.rank, s.place, s.score
      from closed c cross join standing s)
    select players from closed`);
  const row = answer.rows[0];
  return row ? Number(row["players"]) : null;
}
