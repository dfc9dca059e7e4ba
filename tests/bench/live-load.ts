/** What a crowd is put through: status changes at a rate, watched people, feed items, board queries. */

import { newId } from "#shared/ids.ts";
import type { Activity, Status } from "#shared/protocol/client-frames.ts";
import { userAgent } from "./browser.ts";
import { openWire, requestBytes } from "./http-wire.ts";
import { type LiveCrowd, pause } from "./live-crowd.ts";
import type { LivePerson } from "./live-person.ts";
import type { LiveSite } from "./live-site.ts";

const tickMs = 10;
const looks: readonly [Status, Activity | null][] = [
  ["studying", "deck"],
  ["in_quiz", "deck"],
  ["online", "home"],
  ["online", "results"],
  ["studying", "leaderboard"],
];

/** Calls `act` so many times a second for so long; resolves with how often it did. */
export async function atRate(
  perSecond: number,
  forMs: number,
  act: (turn: number) => void,
): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  for (;;) {
    const elapsedMs = performance.now() - startedAt;
    if (elapsedMs >= forMs) return done;
    for (const due = Math.floor((elapsedMs * perSecond) / 1000); done < due; done++) act(done);
    await pause(tickMs);
  }
}

/** The value below which that share of them lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** So many of a list, at equal distances. */
function evenly<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, index) => index % step === 0).slice(0, count);
}

/** Everybody in turn changes status; each change differs from the one before. */
export class StatusLoad {
  readonly #people: readonly LivePerson[];
  readonly okMs: number[] = [];
  readonly watchedMs: number[] = [];
  /** When each watched person changed last, and to what. */
  readonly #changes = new Map<string, { at: number; status: Status; act: Activity | null }>();
  #turn = 0;

  constructor({ people }: LiveCrowd) {
    this.#people = people;
    for (const person of people) person.ears.onOk = (tookMs) => this.okMs.push(tookMs);
  }

  /**
   * So many `watchers` each watch `each` of the same pool; resolves when they do. Both lie evenly
   * among all people, who change in turn: the watched change all through the run, not at one moment.
   */
  async watch(watchers: number, pool: number, each: number): Promise<void> {
    const watched = evenly(this.#people, pool).map(({ name }) => name.handle);
    evenly(this.#people.slice(1), watchers).forEach((watcher, index) => {
      const first = (index * each) % pool;
      watcher.ears = {
        ...watcher.ears,
        onWatched: (upd, at) => {
          for (const row of upd) {
            const change = this.#changes.get(row.handle);
            const fits = change?.status === row.status && change?.act === row.act;
            if (change && fits) this.watchedMs.push(at - change.at);
          }
        },
      };
      watcher.watchThese(watched.slice(first, first + each));
    });
    for (const handle of watched) this.#changes.set(handle, { at: 0, status: "away", act: null });
    await pause(1_500);
  }

  /** Resolves with the changes a second that were accepted. */
  async run(crowd: LiveCrowd, perSecond: number, forMs: number): Promise<number> {
    const before = crowd.counts.ok;
    const startedAt = performance.now();
    await atRate(perSecond, forMs, () => this.#change());
    const accepted = crowd.counts.ok - before;
    return (accepted * 1000) / (performance.now() - startedAt);
  }

  #change(): void {
    const turn = this.#turn++;
    const person = this.#people[turn % this.#people.length];
    const round = Math.floor(turn / this.#people.length);
    const [status, act] = looks[round % looks.length] ?? ["online", null];
    if (!person) return;
    const { handle } = person.name;
    if (this.#changes.has(handle))
      this.#changes.set(handle, { at: performance.now(), status, act });
    person.set(status, act);
  }
}

/** Feed items at a rate to everybody of a crowd; resolves with how long each took to each person. */
export async function runFeed(
  site: LiveSite,
  crowd: LiveCrowd,
  perSecond: number,
  forMs: number,
): Promise<{ tookMs: number[]; sent: number }> {
  const sentAt = new Map<string, number>();
  const tookMs: number[] = [];
  const pattern = /"id":"(feed_\w+)"/g;
  for (const person of crowd.people) {
    person.ears.onEv = (text) => {
      const now = performance.now();
      for (const [, id = ""] of text.matchAll(pattern)) tookMs.push(now - (sentAt.get(id) ?? 0));
    };
  }
  const publishing: Promise<unknown>[] = [];
  const sent = await atRate(perSecond, forMs, () => {
    const createdAt = Date.now();
    const id = newId("feed", createdAt);
    const who = { handle: "Zx81kQm5_dT0aBcf", alias: "Quiet Otter 42", createdAt };
    const props = { deckId: "alg-linear", score: 4, total: 5 };
    sentAt.set(id, performance.now());
    publishing.push(site.publish(crowd.subject, [{ id, ...who, type: "quiz_completed", props }]));
  });
  await Promise.all(publishing);
  await pause(1_000);
  return { tookMs, sent };
}

/** Asks for a board at a rate, by tRPC, as pages do; an answer's time counts from when it was due. */
export async function runBoards(port: number, perSecond: number, forMs: number) {
  const wires = await Promise.all(Array.from({ length: 16 }, () => openWire(port)));
  const input = encodeURIComponent(JSON.stringify({ subject: "algebra", period: "weekly" }));
  const request = requestBytes(`/trpc/leaderboards.view?input=${input}`, {
    headers: { "User-Agent": userAgent },
  });
  const tookMs: number[] = [];
  let failures = 0;
  const asking: Promise<void>[] = [];
  await atRate(perSecond, forMs, (turn) => {
    const dueAt = performance.now();
    const index = turn % wires.length;
    const ask = async (before: Promise<void> | undefined) => {
      await before;
      const answer = await wires[index]?.exchange(request).catch(() => null);
      tookMs.push(performance.now() - dueAt);
      if (answer?.status !== 200) failures += 1;
    };
    asking[index] = ask(asking[index]);
  });
  await Promise.all(asking);
  for (const wire of wires) wire.close();
  return { tookMs, failures };
}
