/** What an isolate remembers for a moment, instead of asking again. */
import { RecentMap } from "./recent-map.ts";

export class BriefMemory<Value> {
  private readonly kept: RecentMap<{ value: Value; at: number }>;

  /** Remembers at most `most` values. */
  constructor(most: number) {
    this.kept = new RecentMap(most);
  }

  /** Null where nothing is remembered, or since more than `lifeMs`; `now` in milliseconds. */
  recall(key: string, now: number, lifeMs: number): Value | null {
    const kept = this.kept.get(key);
    return kept && now - kept.at < lifeMs ? kept.value : null;
  }

  remember(key: string, value: Value, now: number): void {
    this.kept.set(key, { value, at: now });
  }
}
