/** The cards an isolate has at hand, and one rendering for all who ask for the same card at once. */

/** A card is 60 to 90 KB: 3 MB at most. */
const shelfSize = 32;
/** Whoever rendered may be gone, with its request: others do not wait for it for ever. */
const abandonedAfterMs = 5000;

export interface CardShelf {
  get(hash: string): Uint8Array | undefined;
  /** The bytes that `make` answers; those who ask meanwhile get the same ones. */
  obtain(hash: string, now: number, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

export function createCardShelf(): CardShelf {
  const kept = new Map<string, Uint8Array>();
  const making = new Map<string, { since: number; card: Promise<Uint8Array> }>();
  const keep = (hash: string, bytes: Uint8Array) => {
    kept.set(hash, bytes);
    const oldest = kept.keys().next().value;
    if (kept.size > shelfSize && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get: (hash) => kept.get(hash),
    obtain(hash, now, make) {
      const known = making.get(hash);
      if (known && now - known.since < abandonedAfterMs) return known.card;
      const card = make()
        .then((bytes) => {
          keep(hash, bytes);
          return bytes;
        })
        .finally(() => {
          if (making.get(hash)?.card === card) making.delete(hash);
        });
      making.set(hash, { since: now, card });
      return card;
    },
  };
}
