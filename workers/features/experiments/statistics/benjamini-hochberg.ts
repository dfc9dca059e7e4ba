/** Benjamini and Hochberg's adjustment of many p values. */

/**
 * Adjusted p values in the order given: those at most q are found with a false discovery rate of at
 * most q (Benjamini & Hochberg, Controlling the false discovery rate, J. R. Statist. Soc. B 57,
 * 1995, section 3.1):  min over j >= i of m p(j) / j.
 */
export function adjustPValues(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const order = pValues.map((p, index) => ({ p, index })).sort((x, y) => y.p - x.p);
  const adjusted = new Array<number>(m).fill(1);
  let smallest = 1;
  order.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, (p * m) / (m - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
