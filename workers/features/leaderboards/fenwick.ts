/** Running sums over a list of counts that change, both in O(log n). */

/**
 * A binary indexed tree.
 * Source: P. M. Fenwick, "A New Data Structure for Cumulative Frequency Tables",
 * Software: Practice and Experience 24(3), 1994.
 */
export class FenwickTree {
  readonly #sums: Float64Array;

  constructor(counts: readonly number[]) {
    this.#sums = new Float64Array(counts.length + 1);
    for (const [index, count] of counts.entries()) this.#sums[index + 1] = count;
    for (let at = 1; at < this.#sums.length; at++) {
      const parent = at + (at & -at);
      if (parent < this.#sums.length) this.#sums[parent] = this.#at(parent) + this.#at(at);
    }
  }

  /** Changes the count at `index` by `delta`. */
  add(index: number, delta: number): void {
    for (let at = index + 1; at < this.#sums.length; at += at & -at) {
      this.#sums[at] = this.#at(at) + delta;
    }
  }

  /** The sum of the first `length` counts. */
  sumOfFirst(length: number): number {
    let sum = 0;
    for (let at = length; at > 0; at -= at & -at) sum += this.#at(at);
    return sum;
  }

  #at(index: number): number {
    return this.#sums[index] ?? 0;
  }
}
