/** A subject's count: the sum of what its leaves said last, whatever was lost, doubled or late. */
import type { LeafSize } from "#shared/protocol/leaf-directory.ts";
import { addCounts, type Counts, type LeafReport, type SeenPerson, sampleOf } from "./presence.ts";

export interface Totals extends Counts {
  sample: readonly SeenPerson[];
}

export class Tally {
  readonly #silentMs: number;
  readonly #sampleSize: number;
  /** `counted` is false once the leaf was silent for too long: its last word is still known. */
  readonly #words = new Map<number, { report: LeafReport; at: number; counted: boolean }>();

  constructor(rules: { leafSilentMs: number; sample: number }) {
    this.#silentMs = rules.leafSilentMs;
    this.#sampleSize = rules.sample;
  }

  /** False for what is not newer than the leaf's last word: nothing changes then. */
  take(report: LeafReport, now: number): boolean {
    const last = this.#words.get(report.leaf);
    if (last && !isNewer(report, last.report)) return false;
    this.#words.set(report.leaf, { report, at: now, counted: true });
    return true;
  }

  /** Forgets the leaves that were silent for too long; answers how many. */
  dropSilent(now: number): number {
    let dropped = 0;
    for (const word of this.#words.values()) {
      if (!word.counted || now - word.at < this.#silentMs) continue;
      word.counted = false;
      dropped += 1;
    }
    return dropped;
  }

  totals(): Totals {
    const reports = this.#counted();
    const everybody = reports.flatMap(({ sample }) => sample);
    return { ...addCounts(reports), sample: sampleOf(everybody, this.#sampleSize) };
  }

  /** A leaf that fell silent has nobody any more. */
  sizes(): Map<number, LeafSize> {
    const sizes = [...this.#words.values()].map(({ report, counted }): [number, LeafSize] => {
      const { leaf, prefix, sockets } = report;
      return [leaf, { prefix, sockets: counted ? sockets : 0 }];
    });
    return new Map(sizes);
  }

  /** All leaves that count somebody, also those that serve no prefix any more. */
  leaves(): number[] {
    return this.#counted()
      .filter(({ n }) => n > 0)
      .map(({ leaf }) => leaf);
  }

  /** Each leaf's life: another epoch means that it has forgotten what it was asked. */
  epochs(): Record<number, number> {
    return Object.fromEntries(this.#counted().map(({ leaf, epoch }) => [leaf, epoch]));
  }

  #counted(): LeafReport[] {
    return [...this.#words.values()].filter(({ counted }) => counted).map(({ report }) => report);
  }
}

function isNewer(a: LeafReport, b: LeafReport): boolean {
  return a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);
}
