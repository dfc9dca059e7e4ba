/** A room's state beside what carries it, in a form that React can subscribe to. */
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import type { LiveHub } from "./live-hub.ts";
import type { LineAddress, LiveState } from "./live-line.ts";
import type { Step } from "./room-state.ts";

export interface RoomSnapshot<S> {
  state: S;
  live: LiveState;
}

export class LiveRoom<S extends object> {
  #snapshot: RoomSnapshot<S>;
  readonly #reduce: (state: S, frame: ServerFrame) => Step<S>;
  readonly #listeners = new Set<() => void>();

  constructor(initial: S, reduce: (state: S, frame: ServerFrame) => Step<S>) {
    this.#snapshot = { state: initial, live: "connecting" };
    this.#reduce = reduce;
  }

  readonly get = (): RoomSnapshot<S> => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** New data from the loader: of use only while the socket does not bring newer. */
  load(state: S): void {
    if (this.#snapshot.live !== "live") this.#change({ ...this.#snapshot, state });
  }

  /** Listens to that room; `hear` gets each frame, too. Answers how to end it. */
  open(
    hub: Pick<LiveHub, "listen">,
    address: LineAddress,
    hear?: (frame: ServerFrame) => void,
  ): () => void {
    const line = hub.listen(address, {
      onFrame: (frame) => {
        hear?.(frame);
        const { state, sync } = this.#reduce(this.#snapshot.state, frame);
        if (state !== this.#snapshot.state) this.#change({ ...this.#snapshot, state });
        if (sync) line.sync();
      },
      onState: (live) => this.#change({ ...this.#snapshot, live }),
    });
    return () => line.close();
  }

  #change(snapshot: RoomSnapshot<S>): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
