/** Who is here by lease: tabs, the people they add up to, and those held back after they left. */
import {
  addCounts,
  type Counts,
  countPerson,
  isStronger,
  leaseEnd,
  noCounts,
  type SeenPerson,
  type Told,
} from "./presence.ts";

export interface LeaseTimes {
  leaseMs: number;
  awayLeaseMs: number;
  leaveGraceMs: number;
}

export interface BookedPerson {
  handle: string;
  alias: string;
}

interface Tab extends Told {
  handle: string;
  n: number;
  /** Orders tabs of equal strength: the last word wins. */
  saidAt: number;
}

interface Entry<K> {
  alias: string;
  joinedAt: number;
  /** Few: a Set for each would weigh more than the rest of the entry. */
  tabs: readonly K[];
  /** As they were when the last tab left, until then. */
  held: (Told & { until: number }) | null;
  /** Another leaf still counts them. */
  elsewhere: boolean;
  seen: SeenPerson | null;
}

/** `K` names a tab. Times in milliseconds since 1970. */
export class LeaseBook<K> {
  readonly #times: LeaseTimes;
  readonly #tabs = new Map<K, Tab>();
  readonly #people = new Map<string, Entry<K>>();
  /** Who is held back, and until when: the earliest first, because the grace is the same for all. */
  readonly #held = new Map<string, number>();
  /** Whom another leaf still counts. */
  readonly #elsewhere = new Set<string>();
  readonly #counts = noCounts();
  readonly #changed = new Set<string>();

  constructor(times: LeaseTimes) {
    this.#times = times;
  }

  /** A tab comes, or comes again. `elsewhere`: not counted until `settle`. */
  enter(tab: K, person: BookedPerson, told: Told & { n: number }, now: number, elsewhere = false) {
    const { handle, alias } = person;
    const known = this.#people.get(handle);
    const fresh = { alias, joinedAt: now, tabs: [], held: null, elsewhere, seen: null };
    const entry: Entry<K> = known ?? fresh;
    if (!entry.tabs.includes(tab)) entry.tabs = [...entry.tabs, tab];
    entry.held = null;
    entry.alias = alias;
    this.#people.set(handle, entry);
    this.#tabs.set(tab, { ...told, handle, saidAt: now });
    this.#look(handle);
  }

  /** A tab's word; of two the one with the greater `n` stays. False for the other. */
  set(tab: K, { n, status, act }: Told & { n: number }, now: number): boolean {
    const known = this.#tabs.get(tab);
    if (!known || n <= known.n) return false;
    this.#tabs.set(tab, { ...known, n, status, act, saidAt: now });
    this.#look(known.handle);
    return true;
  }

  /** A tab goes; the last one's person is held back so that a reload does not flicker. */
  leave(tab: K, now: number): void {
    const known = this.#tabs.get(tab);
    if (!known) return;
    this.#tabs.delete(tab);
    const entry = this.#people.get(known.handle);
    if (!entry?.tabs.includes(tab)) return;
    entry.tabs = entry.tabs.filter((one) => one !== tab);
    if (entry.tabs.length === 0) {
      const { status, act } = entry.seen ?? known;
      entry.held = { status, act, until: now + this.#times.leaveGraceMs };
    }
    this.#look(known.handle);
  }

  /** The tabs whose leases are over, by when each was heard last. */
  expired(now: number, heardAt: (tab: K) => number): K[] {
    const over = ([tab, { status }]: [K, Tab]) =>
      leaseEnd(status, heardAt(tab), this.#times) <= now;
    return [...this.#tabs].filter(over).map(([tab]) => tab);
  }

  /** Lets those go whose grace is over. */
  release(now: number): void {
    for (const [handle, until] of this.#held) {
      if (until > now) return;
      this.forget(handle);
    }
  }

  /** When the next grace is over; null when nobody is held. */
  nextRelease(): number | null {
    const [next = null] = this.#held.values();
    return next;
  }

  /** No other leaf counts this person any more. */
  settle(handle: string): void {
    const entry = this.#people.get(handle);
    if (!entry) return;
    entry.elsewhere = false;
    this.#look(handle);
  }

  /** Drops a person at once; answers their tabs. */
  forget(handle: string): readonly K[] {
    const entry = this.#people.get(handle);
    if (!entry) return [];
    const { tabs } = entry;
    for (const tab of tabs) this.#tabs.delete(tab);
    entry.tabs = [];
    entry.held = null;
    this.#look(handle);
    return tabs;
  }

  person(handle: string): SeenPerson | null {
    return this.#people.get(handle)?.seen ?? null;
  }

  tabsOf(handle: string): readonly K[] {
    return this.#people.get(handle)?.tabs ?? [];
  }

  /** Everybody in the book, also those whom another leaf still counts. */
  handles(): IterableIterator<string> {
    return this.#people.keys();
  }

  /** Those whom another leaf may still count. */
  unsettled(): string[] {
    return [...this.#elsewhere];
  }

  /** Those who are counted. */
  people(): SeenPerson[] {
    return [...this.#people.values()].flatMap(({ seen }) => seen ?? []);
  }

  counts(): Counts {
    return addCounts([this.#counts]);
  }

  /** Whose look has changed since the last call. */
  takeChanged(): string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Brings what others see of a person, and the counts, up to date. */
  #look(handle: string): void {
    const entry = this.#people.get(handle);
    if (!entry) return;
    const before = entry.seen;
    const told = entry.elsewhere ? null : (this.#strongest(entry.tabs) ?? entry.held);
    const { alias, joinedAt } = entry;
    entry.seen = told && { handle, alias, joinedAt, status: told.status, act: told.act };
    if (before) countPerson(this.#counts, before, -1);
    if (entry.seen) countPerson(this.#counts, entry.seen, 1);
    if (before?.status !== entry.seen?.status || before?.act !== entry.seen?.act) {
      this.#changed.add(handle);
    }
    if (entry.tabs.length === 0 && !entry.held) this.#people.delete(handle);
    this.#file(handle, entry);
  }

  #file(handle: string, { held, tabs, elsewhere }: Entry<K>): void {
    if (!held) this.#held.delete(handle);
    else if (this.#held.get(handle) !== held.until) {
      // Behind those who left before, also where this person left once already.
      this.#held.delete(handle);
      this.#held.set(handle, held.until);
    }
    if (elsewhere && (tabs.length > 0 || held)) this.#elsewhere.add(handle);
    else this.#elsewhere.delete(handle);
  }

  #strongest(tabs: readonly K[]): Told | null {
    let best: Tab | null = null;
    for (const key of tabs) {
      const tab = this.#tabs.get(key);
      if (!tab) continue;
      const latest = best?.status === tab.status && tab.saidAt >= best.saidAt;
      if (!best || latest || isStronger(tab.status, best.status)) best = tab;
    }
    return best;
  }
}
