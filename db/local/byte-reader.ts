/** Reads a stream in pieces of a wanted size. */
import type { Duplex } from "node:stream";

/** Pulls exact numbers of bytes out of a socket; `null` means that the other side is gone. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(stream: Duplex) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next `size` bytes, or `null` at the end of the stream. */
  async read(size: number): Promise<Buffer | null> {
    while (this.#heldBytes < size) {
      const chunk = await this.#nextChunk();
      if (chunk === null) return null;
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
    }
    const [first] = this.#held;
    const all = this.#held.length === 1 && first ? first : Buffer.concat(this.#held);
    this.#heldBytes = all.length - size;
    this.#held = this.#heldBytes > 0 ? [all.subarray(size)] : [];
    return all.subarray(0, size);
  }

  /** Everything that follows, chunk by chunk as it arrives. */
  async *rest(): AsyncGenerator<Buffer> {
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    yield* held;
    for (let chunk = await this.#nextChunk(); chunk; chunk = await this.#nextChunk()) yield chunk;
  }

  // A reset connection is an end like any other: there is nobody left to tell.
  async #nextChunk(): Promise<Buffer | null> {
    try {
      const { done, value } = await this.#chunks.next();
      return done ? null : value;
    } catch {
      return null;
    }
  }
}
