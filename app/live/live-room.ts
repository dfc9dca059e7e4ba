/** A room's state beside its socket, in a form that React can subscribe to. */
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { LiveSocket, type LiveSocketOptions, type LiveState } from "./live-socket.ts";
import type { Step } from "./room-state.ts";

export interface RoomSnapshot<S> {
  state: S;
  live: LiveState;
}

type Position = { e: string | null; q: number };

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

  /** Connects; answers how to end it. */
  open(
    options: Pick<LiveSocketOptions, "getTicket" | "page" | "origin"> & {
      position(state: S): Position;
      /** Hears each frame, too. */
      hear?(frame: ServerFrame): void;
    },
  ): () => void {
    const { position, hear, ...rest } = options;
    const socket = new LiveSocket({
      ...rest,
      position: () => position(this.#snapshot.state),
      onFrame: (frame) => {
        hear?.(frame);
        const { state, sync } = this.#reduce(this.#snapshot.state, frame);
        if (state !== this.#snapshot.state) this.#change({ ...this.#snapshot, state });
        return sync;
      },
      onState: (live) => this.#change({ ...this.#snapshot, live }),
    });
    return () => socket.close();
  }

  #change(snapshot: RoomSnapshot<S>): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
