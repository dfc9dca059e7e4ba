/** The newest reactions that a room was told, gathered over a tick and sent together. */
import type { ReactionNews } from "#shared/protocol/feed-room.ts";
import { serverFrame } from "#shared/protocol/server-frames.ts";
import type { Clock } from "./clock.ts";
import { RecentMap } from "./recent-map.ts";
import { RoomPace } from "./room-pace.ts";

/** So many activity events a room remembers the newest counts of. */
const remembered = 500;

/** In memory only: a client that comes back asks for the feed's newest page. */
export class RoomReactions {
  readonly #versions = new RecentMap<number>(remembered);
  readonly #waiting = new Map<string, ReactionNews>();
  readonly #pace: RoomPace;

  /** `send` gives one frame to everybody who is not too slow. */
  constructor(clock: () => Clock, send: (text: string) => void) {
    this.#pace = new RoomPace(clock, () => {
      const news = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const one of news) send(serverFrame("rx", one));
    });
  }

  /** Takes what is newer than what was told or waits. */
  async take(news: readonly ReactionNews[], tickMs: number): Promise<void> {
    const newer = news.filter(({ ev, v }) => v > (this.#versions.get(ev) ?? 0));
    for (const one of newer) {
      this.#versions.set(one.ev, one.v);
      this.#waiting.set(one.ev, one);
    }
    if (newer.length > 0) await this.#pace.due(tickMs);
  }
}
