/** A finger that pulls the top of a page down: how far it shows, and when it is enough. Pure. */

export interface Pull {
  startX: number;
  startY: number;
  /** How far the sign stands below its place, in pixels. */
  shown: number;
}

/** From here on, letting go refreshes. */
export const enoughPx = 64;
const mostPx = 96;
/** The sign follows half as fast as the finger: water resists. */
const resistance = 0.5;

export function startPull(x: number, y: number): Pull {
  return { startX: x, startY: y, shown: 0 };
}

/** Null when the finger goes sideways or up instead: then it is no pull any more. */
export function movePull(pull: Pull, x: number, y: number): Pull | null {
  const [dx, dy] = [Math.abs(x - pull.startX), y - pull.startY];
  if (dy < 0 || (pull.shown === 0 && dx > dy)) return null;
  return { ...pull, shown: Math.min(mostPx, dy * resistance) };
}

export function isEnough(pull: Pull): boolean {
  return pull.shown >= enoughPx;
}
