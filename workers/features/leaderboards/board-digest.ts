/** A board's digest: with it a room and Postgres are compared without sending all rows. */
import { sha256Hex } from "../../platform/hmac.ts";
import { type BoardDigest, type BoardTotal, digestLine } from "./leaderboard.ts";

type Line = Omit<BoardTotal, "handle" | "alias">;

/** The digest of totals, whatever their order. */
export async function digestTotals(totals: readonly Line[]): Promise<BoardDigest> {
  const sorted = totals.toSorted((a, b) => (a.visitorId < b.visitorId ? -1 : 1));
  return {
    count: sorted.length,
    sum: sorted.reduce((sum, total) => sum + total.score, 0),
    hash: await sha256Hex(sorted.map(digestLine).join("")),
  };
}
