/** A board's digest: with it a room and Postgres are compared without sending all rows. */
import { sha256Hex } from "../../platform/hmac.ts";
import { type BoardDigest, type DigestedTotal, digestLine } from "./leaderboard.ts";

/** Rows that are read, and digested, at once. Both sides must use the same. */
export const boardPage = 5000;

type Pages = AsyncIterable<readonly DigestedTotal[]> | Iterable<readonly DigestedTotal[]>;

/** The digest of a board's pages of `boardPage` rows in the order of ids; keeps one page at a time. */
export async function digestPages(pages: Pages): Promise<BoardDigest> {
  let [count, sum, hash] = [0, 0, ""];
  for await (const page of pages) {
    count += page.length;
    sum += page.reduce((scores, { score }) => scores + score, 0);
    hash = await sha256Hex(hash + page.map(digestLine).join(""));
  }
  return { count, sum, hash };
}
