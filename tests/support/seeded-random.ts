/** Seeded draws for tests that play many experiments: the same seed always plays the same ones. */

export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** How many of `n` tries with probability `p` succeed. */
  successes(n: number, p: number): number;
}

/** PCG32's little brother: a 32-bit linear congruential state, permuted on output (O'Neill 2014). */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed, 2_654_435_761) | 0;
  const next = () => {
    state = (Math.imul(state, 747_796_405) + 1_403_630_843) | 0;
    const word = Math.imul(((state >>> ((state >>> 28) + 4)) ^ state) | 0, 277_803_737);
    return ((((word >>> 22) ^ word) >>> 0) + 0.5) / 4_294_967_296;
  };
  for (let i = 0; i < 8; i++) next();
  return {
    next,
    successes(n, p) {
      let count = 0;
      for (let i = 0; i < n; i++) if (next() < p) count += 1;
      return count;
    },
  };
}
