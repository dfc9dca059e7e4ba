/** Where a person falls: the same id always falls into the same place, by hash and not by chance. */

/** The weights may miss 1 by this much, as GrowthBook allows. */
const weightTolerance = 0.01;

/** FNV-1a, 32 bits, of an ASCII text (Fowler, Noll & Vo, draft-eastlake-fnv, section 2). */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** In [0, 1), in steps of 1/10,000: GrowthBook's hash version 2. */
export function bucketOf(seed: string, id: string): number {
  return (fnv1a32(String(fnv1a32(seed + id))) % 10_000) / 10_000;
}

/** In [0, 1), in steps of 1/1,000: GrowthBook's hash version 1, which namespaces go by. */
export function coarseBucketOf(seed: string, id: string): number {
  return (fnv1a32(id + seed) % 1_000) / 1_000;
}

export type BucketRange = readonly [from: number, to: number];

/**
 * One range for each variant, in cumulative order; `coverage` keeps the first part of each, so that
 * more coverage moves nobody. Weights that do not fit are taken as equal ones.
 */
export function bucketRanges(
  variants: number,
  coverage: number,
  weights: readonly number[] | null,
): BucketRange[] {
  const share = Math.min(1, Math.max(0, coverage));
  const sum = weights?.reduce((total, weight) => total + weight, 0) ?? 0;
  const fits = weights?.length === variants && Math.abs(sum - 1) <= weightTolerance;
  let from = 0;
  return Array.from({ length: variants }, (_, index) => {
    const weight = fits ? (weights[index] ?? 0) : 1 / variants;
    const range: BucketRange = [from, from + share * weight];
    from += weight;
    return range;
  });
}

/** The variant whose range holds the bucket, or -1. */
export function chooseVariant(bucket: number, ranges: readonly BucketRange[]): number {
  return ranges.findIndex(([from, to]) => bucket >= from && bucket < to);
}

/** True when the person belongs to that part of the namespace. */
export function inNamespace(
  id: string,
  namespace: { name: string; from: number; to: number },
): boolean {
  const bucket = coarseBucketOf(`__${namespace.name}`, id);
  return bucket >= namespace.from && bucket < namespace.to;
}
