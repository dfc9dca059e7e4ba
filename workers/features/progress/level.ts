/** Levels by points: level 2 at 50 points, and each further level costs 25 points more than the last. */

export const maxLevel = 50;

const firstStep = 50;
const stepGrowth = 25;

/** Points at which a level begins: 0, 50, 125, 225, 350, and so on. */
export function pointsOfLevel(level: number): number {
  const steps = level - 1;
  return firstStep * steps + (stepGrowth * steps * (steps - 1)) / 2;
}

export interface LevelView {
  level: number;
  /** Points at which this level began. */
  from: number;
  /** Points at which the next begins; null at the top. */
  next: number | null;
}

/** The level of so many points. */
export function levelOf(points: number): LevelView {
  let level = 1;
  while (level < maxLevel && points >= pointsOfLevel(level + 1)) level += 1;
  const next = level < maxLevel ? pointsOfLevel(level + 1) : null;
  return { level, from: pointsOfLevel(level), next };
}
