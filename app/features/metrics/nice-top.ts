/** Where the scale of a chart of counts ends. */

/** The next even number of two digits and zeros that is not below `most`: its half is whole. */
export function niceTop(most: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
  return Math.ceil(most / (2 * power)) * 2 * power;
}
