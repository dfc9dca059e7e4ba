/** How many stand before a place: the board in chunks, and the sums of their sizes. */
import { FenwickTree } from "./fenwick.ts";
import { type BoardPlace, compareTotals } from "./leaderboard.ts";

/** A stretch of the board from `from` (inclusive) to where the next chunk begins. */
export interface Chunk {
  readonly id: number;
  readonly from: BoardPlace;
  size: number;
}

export interface ChunkSizes {
  /** A chunk that has grown to this is split in two. */
  split: number;
  /** What a new chunk holds; two neighbours that together hold no more become one. */
  kept: number;
}

export const chunkSizes: ChunkSizes = { split: 512, kept: 256 };

/** Before every place that a person can have. */
export const firstPlace: BoardPlace = {
  score: Number.MAX_SAFE_INTEGER,
  reachedAt: 0,
  visitorId: "",
};

/** Knows no rows: whoever changes a place tells it, and keeps the sizes that it answers. */
export class RankChunks {
  #chunks: Chunk[];
  #sums: FenwickTree;
  #total: number;
  readonly #kept: number;
  readonly #compare: typeof compareTotals;

  /** `chunks` in the board's order; the first begins at `firstPlace`. */
  constructor(chunks: readonly Chunk[], sizes = chunkSizes, compare = compareTotals) {
    this.#kept = sizes.kept;
    this.#chunks = chunks.map((chunk) => ({ ...chunk }));
    this.#compare = compare;
    this.#total = chunks.reduce((sum, { size }) => sum + size, 0);
    this.#sums = this.#sumUp();
  }

  get total(): number {
    return this.#total;
  }

  list(): readonly Readonly<Chunk>[] {
    return this.#chunks;
  }

  /** The chunk of a place, and how many stand before that chunk. */
  find(place: BoardPlace): { chunk: Chunk; before: number } {
    const index = this.#indexOf(place);
    return { chunk: this.#chunkAt(index), before: this.#sums.sumOfFirst(index) };
  }

  /** Somebody has come to that place; answers its chunk. */
  add(place: BoardPlace): Chunk {
    return this.#change(this.#indexOf(place), 1);
  }

  /** Somebody has left that place; answers its chunk. */
  remove(place: BoardPlace): Chunk {
    return this.#change(this.#indexOf(place), -1);
  }

  /** Divides a chunk at `from`, which has `kept` people of it before it; answers the new chunk. */
  split(chunk: Chunk, from: BoardPlace, kept: number): Chunk {
    const id = this.#chunks.reduce((max, known) => Math.max(max, known.id), 0) + 1;
    const fresh = { id, from, size: chunk.size - kept };
    chunk.size = kept;
    this.#chunks.splice(this.#chunks.indexOf(chunk) + 1, 0, fresh);
    this.#sums = this.#sumUp();
    return fresh;
  }

  /** Joins a chunk with a neighbour where both are small; answers which stays and which goes. */
  join(chunk: Chunk): { stays: Chunk; goes: Chunk } | null {
    const index = this.#chunks.indexOf(chunk);
    for (const at of [index - 1, index]) {
      const [stays, goes] = [this.#chunks[at], this.#chunks[at + 1]];
      if (!stays || !goes || stays.size + goes.size > this.#kept) continue;
      stays.size += goes.size;
      this.#chunks.splice(at + 1, 1);
      this.#sums = this.#sumUp();
      return { stays, goes };
    }
    return null;
  }

  /** Those that `join` would join now. */
  joinable(): Chunk[] {
    return this.#chunks.filter((chunk, index) => {
      const next = this.#chunks[index + 1];
      return next !== undefined && chunk.size + next.size <= this.#kept;
    });
  }

  /** The last chunk that begins at the place or before it. */
  #indexOf(place: BoardPlace): number {
    let [low, high] = [0, this.#chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#compare(this.#chunkAt(middle).from, place) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #change(index: number, delta: number): Chunk {
    const chunk = this.#chunkAt(index);
    chunk.size += delta;
    this.#total += delta;
    this.#sums.add(index, delta);
    return chunk;
  }

  #chunkAt(index: number): Chunk {
    const chunk = this.#chunks[index];
    if (!chunk) throw new RangeError("a board has one chunk at least");
    return chunk;
  }

  #sumUp(): FenwickTree {
    return new FenwickTree(this.#chunks.map(({ size }) => size));
  }
}
