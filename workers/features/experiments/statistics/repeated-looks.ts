/** How probable it is that a statistic crosses its boundary at one of several looks. */
import { normalCdf, normalDensity } from "./normal-distribution.ts";

/** One look at the data. */
export interface Look {
  /** Share of the final information, growing to 1. */
  information: number;
  /** The z value at or beyond which the test stops, on either side. */
  boundary: number;
}

/** Points of Simpson's rule over the values that go on; odd. */
const points = 61;

/**
 * P(|Z_k| >= boundary_k at some look k), where Z_k has mean drift * sqrt(information_k): numerical
 * recursion over the density of those still going on (Armitage, McPherson & Rowe, Repeated
 * significance tests on accumulating data, J. R. Statist. Soc. A 132, 1969; Jennison & Turnbull,
 * Group Sequential Methods, 2000, section 19.2). Works on the score B = Z sqrt(information).
 */
export function crossingProbability(looks: readonly Look[], drift: number): number {
  let crossed = 0;
  let before = 0;
  let going: { at: number[]; mass: number[] } = { at: [0], mass: [1] };
  for (const { information, boundary } of looks) {
    const edge = boundary * Math.sqrt(information);
    const step = information - before;
    const deviation = Math.sqrt(step);
    const mean = drift * step;
    going.at.forEach((from, i) => {
      const mass = going.mass[i] ?? 0;
      const beyond =
        normalCdf((-edge - from - mean) / deviation) + normalCdf((from + mean - edge) / deviation);
      crossed += mass * beyond;
    });
    going = spread(going, { edge, deviation, mean });
    before = information;
  }
  return Math.min(1, crossed);
}

/** The masses at Simpson's points of those who stay between the edges. */
function spread(
  from: { at: readonly number[]; mass: readonly number[] },
  to: { edge: number; deviation: number; mean: number },
): { at: number[]; mass: number[] } {
  const width = (2 * to.edge) / (points - 1);
  const at: number[] = [];
  const mass: number[] = [];
  for (let j = 0; j < points; j++) {
    const x = -to.edge + j * width;
    let density = 0;
    for (let i = 0; i < from.at.length; i++) {
      const z = (x - (from.at[i] ?? 0) - to.mean) / to.deviation;
      if (Math.abs(z) < 9) density += (from.mass[i] ?? 0) * normalDensity(z);
    }
    const weight = j === 0 || j === points - 1 ? 1 : j % 2 === 1 ? 4 : 2;
    at.push(x);
    mass.push(((density / to.deviation) * weight * width) / 3);
  }
  return { at, mass };
}
