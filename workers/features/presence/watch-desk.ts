/** Who watches whom: tabs here, and other leaves on behalf of theirs. */

/** `K` names a tab. */
export class WatchDesk<K> {
  readonly #watched = new Map<K, readonly string[]>();
  readonly #watchers = new Map<string, Set<K>>();
  readonly #followers = new Map<number, ReadonlySet<string>>();

  /** Replaces what the tab watches; an empty list ends it. */
  watch(tab: K, handles: readonly string[]): void {
    for (const handle of this.#watched.get(tab) ?? []) {
      const watchers = this.#watchers.get(handle);
      watchers?.delete(tab);
      if (watchers?.size === 0) this.#watchers.delete(handle);
    }
    this.#watched.delete(tab);
    if (handles.length === 0) return;
    this.#watched.set(tab, handles);
    for (const handle of handles) {
      const watchers = this.#watchers.get(handle) ?? new Set<K>();
      this.#watchers.set(handle, watchers.add(tab));
    }
  }

  watchedBy(tab: K): readonly string[] {
    return this.#watched.get(tab) ?? [];
  }

  tabs(): K[] {
    return [...this.#watched.keys()];
  }

  /** The watched of these handles, by the tab that watches. */
  audience(handles: Iterable<string>): Map<K, string[]> {
    const audience = new Map<K, string[]>();
    for (const handle of handles) {
      for (const tab of this.#watchers.get(handle) ?? []) {
        audience.set(tab, [...(audience.get(tab) ?? []), handle]);
      }
    }
    return audience;
  }

  /** Whom to follow at which other leaf. */
  wanted(leafFor: (handle: string) => number, own: number): Map<number, string[]> {
    const wanted = new Map<number, string[]>();
    for (const handle of this.#watchers.keys()) {
      const leaf = leafFor(handle);
      if (leaf !== own) wanted.set(leaf, [...(wanted.get(leaf) ?? []), handle]);
    }
    return wanted;
  }

  /** Another leaf asks; replaces what it asked before. */
  follow(leaf: number, handles: readonly string[]): void {
    if (handles.length === 0) this.#followers.delete(leaf);
    else this.#followers.set(leaf, new Set(handles));
  }

  /** The followed of these handles, by the leaf that follows. */
  followers(handles: readonly string[]): Map<number, string[]> {
    const found = new Map<number, string[]>();
    for (const [leaf, followed] of this.#followers) {
      const its = handles.filter((handle) => followed.has(handle));
      if (its.length > 0) found.set(leaf, its);
    }
    return found;
  }
}
