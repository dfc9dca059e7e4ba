/** How many decks a tutor's students finished, as a band: a number that tells of nobody. */

/** Finished decks, at least. */
export const finishedBands = [0, 10, 50, 100, 500, 1_000] as const;
export type FinishedBand = (typeof finishedBands)[number];

/** Counting further would change no band. */
export const countedAtMost = 1_000;

export function finishedBand(decks: number): FinishedBand {
  return finishedBands.findLast((band) => band <= decks) ?? 0;
}
