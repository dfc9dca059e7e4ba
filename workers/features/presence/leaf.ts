/** One leaf without its sockets: whom it holds, who has to move, what it reports. */
import {
  type DirectoryEntry,
  entryFor,
  entryOf,
  firstDirectory,
  isNewerDirectory,
  type LeafDirectory,
} from "#shared/protocol/leaf-directory.ts";
import type { RealtimeSettings } from "../../platform/realtime-settings.ts";
import { type BookedPerson, LeaseBook } from "./lease-book.ts";
import { hashOf, type LeafReport, sampleOf, type Told } from "./presence.ts";

/** Where somebody goes, and when (ms from now). */
export interface Departure {
  leaf: number;
  inMs: number;
}

/** Whom a leaf took over from others: these must let go of them first. */
export interface Arrival {
  handles: string[];
  from: readonly number[];
}

/** `K` names a tab. Times in milliseconds since 1970. */
export class Leaf<K> {
  readonly book: LeaseBook<K>;
  readonly #number: number;
  readonly #epoch: number;
  readonly #settings: RealtimeSettings;
  #directory: LeafDirectory = { ...firstDirectory(0), version: 0 };
  #seq = 0;

  constructor(number: number, epoch: number, settings: RealtimeSettings) {
    this.#number = number;
    this.#epoch = epoch;
    this.#settings = settings;
    this.book = new LeaseBook(settings);
  }

  get directory(): LeafDirectory {
    return this.#directory;
  }

  get entry(): DirectoryEntry | null {
    return entryOf(this.#directory, this.#number);
  }

  /** True when the whole subject is here. */
  get isOnly(): boolean {
    return this.#directory.entries.length === 1 && this.entry !== null;
  }

  leafFor(handle: string): number {
    return entryFor(this.#directory, handle).leaf;
  }

  belongs(handle: string): boolean {
    return this.leafFor(handle) === this.#number;
  }

  /** Takes a newer directory; false for one that is not. */
  take(directory: LeafDirectory): boolean {
    if (!isNewerDirectory(directory, this.#directory)) return false;
    this.#directory = directory;
    return true;
  }

  /** Where somebody who belongs elsewhere goes, and when; all tabs of a person together. */
  departure(handle: string): Departure | null {
    if (this.belongs(handle)) return null;
    const part = hashOf(`${this.#directory.version}.${handle}`) / 2 ** 32;
    return { leaf: this.leafFor(handle), inMs: Math.floor(part * this.#settings.moveSpreadMs) };
  }

  /** Lets go of those whom another leaf has now; answers their tabs. */
  letGo(handles: readonly string[]): { gone: string[]; tabs: K[] } {
    const gone = handles.filter((handle) => !this.belongs(handle));
    return { gone, tabs: gone.flatMap((handle) => this.book.forget(handle)) };
  }

  /** A tab comes. Answers which leaves have to let go of its person before they count here. */
  arrive(tab: K, person: BookedPerson, told: Told & { n: number }, now: number): Arrival | null {
    const { handle } = person;
    const known = this.book.tabsOf(handle).length > 0 || this.book.person(handle) !== null;
    const from = this.#comingFrom(now);
    const elsewhere = !known && from.length > 0 && this.belongs(handle);
    this.book.enter(tab, person, told, now, elsewhere);
    return elsewhere ? { handles: [handle], from } : null;
  }

  /** Asked again while somebody was not answered for; once nobody can be on the way, they count. */
  unsettled(now: number): Arrival | null {
    const handles = this.book.unsettled();
    if (handles.length === 0) return null;
    const from = this.#comingFrom(now);
    if (from.length > 0) return { handles, from };
    for (const handle of handles) this.book.settle(handle);
    return null;
  }

  #comingFrom(now: number): readonly number[] {
    const { entry } = this;
    return entry && entry.until > now ? entry.from : [];
  }

  /** What the root is told; each call makes a newer one. `sockets`: of people who belong here. */
  report(sockets: number): LeafReport {
    this.#seq += 1;
    return {
      leaf: this.#number,
      prefix: this.entry?.prefix ?? null,
      epoch: this.#epoch,
      seq: this.#seq,
      ...this.book.counts(),
      sample: sampleOf(this.book.people(), this.#settings.sample),
      sockets,
    };
  }
}
