/** Boards: which ones a finished deck moves, and who ranks before whom. */
import type { VisitorId } from "#shared/ids.ts";
import { type Board, periodStart } from "#shared/protocol/room-names.ts";
import { periods, type Subject } from "#shared/vocabulary.ts";

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

/** Two sides with equal digests hold the same totals. */
export interface BoardDigest {
  count: number;
  sum: number;
  /** SHA-256 over all totals in the order of their ids. */
  hash: string;
}

/** What the room offers by RPC. */
export interface LeaderboardRoomApi {
  /** Takes each total whose version is newer than its own; safe to repeat. */
  applyTotals(totals: readonly BoardTotal[]): Promise<void>;
  standings(): Promise<BoardDigest>;
}

/** The boards that points of that moment count on. */
export function boardsAt(subject: Subject, nowMs: number): Board[] {
  return periods.map((period) => ({ subject, period, periodStart: periodStart(period, nowMs) }));
}

type Ranked = Pick<BoardTotal, "visitorId" | "score" | "reachedAt">;

/** Greater score first; of equal scores the one reached earlier; then by id. */
export function compareTotals(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.reachedAt !== b.reachedAt) return a.reachedAt - b.reachedAt;
  return a.visitorId < b.visitorId ? -1 : Number(a.visitorId > b.visitorId);
}

/** One total as a line of the digest's text. */
export function digestLine(total: Ranked & Pick<BoardTotal, "version">): string {
  return `${total.visitorId} ${total.score} ${total.reachedAt} ${total.version}\n`;
}
