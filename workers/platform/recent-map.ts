/** A bounded map in memory that forgets what was not set for longest, at no cost per entry. */

/**
 * Two generations instead of a list: the newer one takes what is set, and when it is full it
 * becomes the older one, whose entries are forgotten. Deleting a Map's oldest key for each new one
 * takes longer the larger the Map is, because V8 walks over what was deleted.
 */
export class RecentMap<Value> {
  private newer = new Map<string, Value>();
  private older = new Map<string, Value>();
  private readonly most: number;

  /** Holds at least half of `most` entries, and never more than `most`. */
  constructor(most: number) {
    this.most = most;
  }

  get(key: string): Value | undefined {
    return this.newer.get(key) ?? this.older.get(key);
  }

  set(key: string, value: Value): void {
    if (this.newer.size >= this.most / 2 && !this.newer.has(key)) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(key, value);
  }
}
