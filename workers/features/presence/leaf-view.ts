/** What a leaf shows of its subject: everybody while they are few, else counts and a sample. */
import { type MemberChange, memberChange } from "#shared/protocol/member-list.ts";
import type { RealtimeSettings } from "../../platform/realtime-settings.ts";
import type { Leaf } from "./leaf.ts";
import { type Counts, type SeenPerson, sampleOf } from "./presence.ts";
import type { Totals } from "./tally.ts";

export class LeafView<K> {
  readonly #leaf: Leaf<K>;
  readonly #settings: RealtimeSettings;
  /** What the root says of all leaves together. */
  #totals: Totals | null = null;
  /** The list as it was last told; null when this instance has told nothing yet. */
  #told: Map<string, SeenPerson> | null = null;
  #toldCounts = "";

  constructor(leaf: Leaf<K>, settings: RealtimeSettings) {
    this.#leaf = leaf;
    this.#settings = settings;
  }

  hear(totals: Totals): void {
    this.#totals = totals;
  }

  /** True once what is shown is what the root says, and no change here can show at once. */
  get isOfRoot(): boolean {
    return !this.#leaf.isOnly && this.#totals !== null;
  }

  counts(): Counts {
    if (this.#leaf.isOnly || !this.#totals) return this.#leaf.book.counts();
    const { n, by, acts } = this.#totals;
    return { n, by, acts };
  }

  /** True while everybody is listed. */
  get listsAll(): boolean {
    return this.#leaf.isOnly && this.#leaf.book.counts().n <= this.#settings.listed;
  }

  list(): SeenPerson[] {
    if (this.listsAll) return this.#leaf.book.people();
    if (!this.#leaf.isOnly && this.#totals) return [...this.#totals.sample];
    return sampleOf(this.#leaf.book.people(), this.#settings.sample);
  }

  /** Over how long so many people are told one thing. */
  spreadMs(people: number): number {
    return people > this.#settings.manyPeople ? this.#settings.crowdSpreadMs : 0;
  }

  /** What changed since the list was told last; "unknown" when this instance has told none. */
  takeChange(): MemberChange | "unknown" | null {
    const before = this.#told;
    const after = new Map(this.list().map((person) => [person.handle, person]));
    this.#told = after;
    return before ? memberChange(before, after) : "unknown";
  }

  /** The counts where they are not those told last. */
  takeCounts(): Counts | null {
    const counts = this.counts();
    const text = JSON.stringify(counts);
    if (text === this.#toldCounts) return null;
    this.#toldCounts = text;
    return counts;
  }
}
