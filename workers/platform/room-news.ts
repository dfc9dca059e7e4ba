/** Feed items on their way to a room's sockets: each frame costs as much as there are sockets. */
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Clock } from "./clock.ts";
import { RoomPace } from "./room-pace.ts";

/** Keeps a frame within the protocol's 16 KB. */
const newsPerFrame = 20;

export class RoomNews {
  readonly #waiting: FeedItem[] = [];
  readonly #pace: RoomPace;

  constructor(clock: () => Clock, tell: (items: FeedItem[]) => void) {
    this.#pace = new RoomPace(clock, async () => {
      while (this.#waiting.length > 0) tell(this.#waiting.splice(0, newsPerFrame));
    });
  }

  /** Told at once after a quiet time, else with others at the next tick. */
  async add(items: readonly FeedItem[], tickMs: number): Promise<void> {
    this.#waiting.push(...items);
    await this.#pace.due(tickMs);
  }
}
