/** A frame on its way round a room's sockets: all at once, or a few at a time where they are many. */

/** So many milliseconds lie between two slices of a round. */
const sliceMs = 10;

/** Has a timer only while a round is on its way. `S` is a socket. */
export class RoomRound<S> {
  readonly #left = new Set<S>();
  #tell: (socket: S) => void = () => {};
  #slice = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Tells each of them; `spreadMs` is how long that takes, 0 for at once. The last round ends first. */
  begin(sockets: Iterable<S>, tell: (socket: S) => void, spreadMs = 0): void {
    this.finish();
    this.#tell = tell;
    for (const socket of sockets) this.#left.add(socket);
    this.#slice = Math.ceil((this.#left.size * sliceMs) / Math.max(sliceMs, spreadMs));
    this.#go();
  }

  /** This one was told otherwise. */
  skip(socket: S): void {
    this.#left.delete(socket);
  }

  /** Tells the rest of the round now. */
  finish(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#pass(this.#left.size);
  }

  #go(): void {
    this.#timer = null;
    this.#pass(this.#slice);
    if (this.#left.size > 0) this.#timer = setTimeout(() => this.#go(), sliceMs);
  }

  #pass(count: number): void {
    let left = count;
    for (const socket of this.#left) {
      if (left-- <= 0) return;
      this.#left.delete(socket);
      this.#tell(socket);
    }
  }
}
