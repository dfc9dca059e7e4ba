/** What a finished deck is worth. */

export const pointsPerRightAnswer = 10;
export const fullScoreBonus = 5;

/** Points for a completed deck. */
export function pointsFor(result: { score: number; total: number }): number {
  const bonus = result.total > 0 && result.score === result.total ? fullScoreBonus : 0;
  return result.score * pointsPerRightAnswer + bonus;
}
