/** What a test needs to know of the people of one variant: sums, from which all else follows. */

export interface Sample {
  /** Persons. */
  n: number;
  /** Sum of the metric over the persons; of a rate: how many did it. */
  sum: number;
  sumSquares: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** The sample of a rate: `sum` of `n` persons did it. */
export function rateSample(n: number, sum: number): Sample {
  return { n, sum, sumSquares: sum };
}

/** The mean; 0 where there is nobody. */
export function meanOf(sample: Sample): number {
  return sample.n > 0 ? sample.sum / sample.n : 0;
}

/** The unbiased variance, n - 1 in the denominator; 0 for fewer than two persons. */
export function varianceOf({ n, sum, sumSquares }: Sample): number {
  return n > 1 ? Math.max(0, (sumSquares - (sum * sum) / n) / (n - 1)) : 0;
}

/** The squared standard error of the difference of two means. */
export function differenceVariance(a: Sample, b: Sample): number {
  return (a.n > 0 ? varianceOf(a) / a.n : 0) + (b.n > 0 ? varianceOf(b) / b.n : 0);
}
