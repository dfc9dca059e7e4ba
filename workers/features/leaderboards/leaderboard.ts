/** Boards: which ones a finished deck moves, and who ranks before whom. */
import type { VisitorId } from "#shared/ids.ts";
import { wireTimes } from "#shared/protocol/limits.ts";
import { type Board, periodStart } from "#shared/protocol/room-names.ts";
import type { ServerBody } from "#shared/protocol/server-frames.ts";
import { type Period, periods, type Subject } from "#shared/vocabulary.ts";

/** A person's state on one board. The greater `version` is the newer. */
export interface BoardTotal {
  /** The person: an account's first visitor id. */
  visitorId: VisitorId;
  handle: string;
  alias: string;
  score: number;
  /** When the score was reached, in milliseconds since 1970. */
  reachedAt: number;
  version: number;
}

/** The person is on the board no more. Comes with a newer version, like every state. */
export interface Departure {
  visitorId: VisitorId;
  version: number;
  gone: true;
}
export type BoardChange = BoardTotal | Departure;

/** What decides where somebody stands. */
export type BoardPlace = Pick<BoardTotal, "score" | "reachedAt"> & { visitorId: string };

/** What a digest is made of. */
export type DigestedTotal = BoardPlace & Pick<BoardTotal, "version">;

/**
 * `rank` is one's own (ordinal); `place` is shared by equal scores, and the next place is as much
 * further as people share it (competition rank).
 */
export interface Place {
  rank: number;
  place: number;
  score: number;
}

/** Ranks and places of rows that stand one after the other. */
export function withPlaces<R extends { score: number }>(
  rows: readonly R[],
  firstRank: number,
  firstPlace: number,
): (R & { rank: number; place: number })[] {
  let place = firstPlace;
  return rows.map((row, index) => {
    const rank = firstRank + index;
    if (index > 0 && row.score !== rows[index - 1]?.score) place = rank;
    return { ...row, rank, place };
  });
}

/** How a board stands in time: it takes points, or has ended, or is gone with its object. */
export type BoardPhase = "open" | "frozen" | "over";

const dayMs = 86_400_000;
const periodDays: Record<Period, number> = {
  daily: 1,
  weekly: 7,
  all_time: Number.POSITIVE_INFINITY,
};

/** A frozen board's object is kept this long. */
const keptMs = 35 * dayMs;

/** The first moment after the board's period, in milliseconds since 1970; infinite for all time. */
export function boardEnd({ period, periodStart }: Board): number {
  return Date.parse(`${periodStart}T00:00:00Z`) + periodDays[period] * dayMs;
}

export function boardPhase(board: Board, nowMs: number): BoardPhase {
  const end = boardEnd(board);
  if (nowMs < end) return "open";
  return nowMs < end + keptMs ? "frozen" : "over";
}

/** When the phase changes next; null for a board that never ends or is over. */
export function nextPhaseAt(board: Board, nowMs: number): number | null {
  const end = boardEnd(board);
  const at = nowMs < end ? end : end + keptMs;
  return Number.isFinite(at) && nowMs < at ? at : null;
}

/** The board before this one; null for all time. */
export function boardBefore({ subject, period, periodStart: start }: Board): Board | null {
  if (period === "all_time") return null;
  const before = Date.parse(`${start}T00:00:00Z`) - periodDays[period] * dayMs;
  return { subject, period, periodStart: periodStart(period, before) };
}

/** How often a board is told to its watchers, in milliseconds: always within a second. */
export function tickMs(watchers: number): number {
  return Math.min(800, Math.max(wireTimes.boardTickMs, watchers));
}

/** Two sides with equal digests hold the same totals. */
export interface BoardDigest {
  count: number;
  sum: number;
  /** SHA-256 over all totals in the order of their ids. */
  hash: string;
}

/** What one person sees of a board. */
export type LiveBoard = ServerBody<"lb">;

/** What the room offers by RPC. */
export interface LeaderboardRoomApi {
  /** Takes each total whose version is newer than its own; safe to repeat. */
  applyTotals(changes: readonly BoardChange[]): Promise<void>;
  /** Waits for a rebuild that is under way. */
  standings(): Promise<BoardDigest>;
  view(visitorId: VisitorId): Promise<LiveBoard>;
  /** Forgets everything and reads it anew from Postgres; answers the number of players. */
  rebuild(): Promise<number>;
}

/** The boards that points of that moment count on. */
export function boardsAt(subject: Subject, nowMs: number): Board[] {
  return periods.map((period) => ({ subject, period, periodStart: periodStart(period, nowMs) }));
}

/** Greater score first; of equal scores the one reached earlier; then by id. */
export function compareTotals(a: BoardPlace, b: BoardPlace): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.reachedAt !== b.reachedAt) return a.reachedAt - b.reachedAt;
  return a.visitorId < b.visitorId ? -1 : Number(a.visitorId > b.visitorId);
}

/** One total as a line of the digest's text. */
export function digestLine(total: DigestedTotal): string {
  return `${total.visitorId} ${total.score} ${total.reachedAt} ${total.version}\n`;
}
