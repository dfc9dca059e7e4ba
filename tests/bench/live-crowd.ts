/** People of a bench in one subject, who come at a pace, keep their sockets alive, and go. */

import { wireTimes } from "#shared/protocol/limits.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import { BenchFault } from "./bench-fault.ts";
import { inParallel } from "./in-parallel.ts";
import { type LiveCounts, type LiveEars, LivePerson } from "./live-person.ts";
import type { LiveSite } from "./live-site.ts";

const beatTickMs = 250;
/** So many come at once; the next when one of them is in. */
const atOnce = 60;

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function noLiveCounts(): LiveCounts {
  const [errors, closes, refusals] = [new Map(), new Map(), new Map()];
  return { ok: 0, welcomes: 0, moves: 0, gaps: 0, errors, closes, refusals };
}

export class LiveCrowd {
  readonly subject: PresenceSubject;
  readonly people: LivePerson[] = [];
  readonly counts = noLiveCounts();
  readonly #site: LiveSite;
  readonly #beats: ReturnType<typeof setInterval>;
  #beaten = 0;

  constructor(site: LiveSite, subject: PresenceSubject) {
    this.#site = site;
    this.subject = subject;
    this.#beats = setInterval(() => this.#beat(), beatTickMs);
    this.#beats.unref();
  }

  /** So many more come in; resolves when each was greeted. */
  async grow(more: number, ears: Omit<LiveEars, "counts"> = {}): Promise<LivePerson[]> {
    const names = await Promise.all(
      Array.from({ length: more }, () => this.#site.name(this.subject)),
    );
    const comers = names.map(
      (name) => new LivePerson(this.#site, this.subject, name, { counts: this.counts, ...ears }),
    );
    await inParallel(comers, atOnce, async (person) => {
      await person.come();
      this.people.push(person);
    });
    return comers;
  }

  /** A share of the people says `p` each tick, so that everybody does in each heartbeat's time. */
  #beat(): void {
    const share = Math.ceil((this.people.length * beatTickMs) / wireTimes.heartbeatMs);
    for (let i = 0; i < share; i++) {
      this.people[this.#beaten++ % Math.max(1, this.people.length)]?.wire?.send("p");
    }
  }

  /** Resolves with the milliseconds it took until the root counts everybody and nobody moves. */
  async settled(limitMs: number): Promise<number> {
    const startedAt = performance.now();
    for (;;) {
      const { n } = await this.#site.ask("/view", this.subject);
      const here = this.people.filter(({ greeted }) => greeted).length;
      const tookMs = performance.now() - startedAt;
      if (n === this.people.length && here === n && (await this.#leavesFit())) return tookMs;
      if (tookMs > limitMs) {
        throw new BenchFault(`${this.subject}: ${n} counted, ${here} of ${this.people.length} in`);
      }
      await pause(200);
    }
  }

  /** Everybody is connected to the leaf that the directory names. */
  async #leavesFit(): Promise<boolean> {
    const { entries } = await this.#site.ask("/directory", this.subject);
    const leaves = new Set(entries.map(({ leaf }) => `presence/${this.subject}:${leaf}`));
    return this.people.every(({ topic }) => leaves.has(topic));
  }

  /** Sockets by leaf. */
  leaves(): Map<string, LivePerson[]> {
    const leaves = new Map<string, LivePerson[]>();
    for (const person of this.people) {
      leaves.set(person.topic, [...(leaves.get(person.topic) ?? []), person]);
    }
    return leaves;
  }

  /** The last `some` people go, properly. */
  async shrink(some: number): Promise<void> {
    const goers = this.people.splice(this.people.length - some, some);
    for (const person of goers) person.leave();
    while (goers.some(({ wire }) => wire !== null)) await pause(20);
  }

  stop(): void {
    clearInterval(this.#beats);
  }
}
