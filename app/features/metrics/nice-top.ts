/** Where the scale of a chart of counts ends. */

/** The least of 2, 4, 6, 8 or 10 times a power of ten that is not below `most`: its half is whole. */
export function niceTop(most: number): number {
  const power = 10 ** Math.max(0, Math.ceil(Math.log10(most)) - 1);
  return [2, 4, 6, 8].map((times) => times * power).find((top) => top >= most) ?? 10 * power;
}
