/** Abuse of a subject's leaves: each kind, again and again, and the code that it got. */
import { newId } from "#shared/ids.ts";
import { issueTicket } from "#workers/platform/ticket.ts";
import type { Table } from "./bench-shape.ts";
import { pause } from "./live-crowd.ts";
import type { LiveSite } from "./live-site.ts";
import { knock, type LiveWire } from "./live-wire.ts";

const subject = "algebra";
const floodFrames = 40;
const patienceMs = 5_000;

/** By kind of abuse: how often it was tried, and how often it got something else than it has to. */
export type AbuseTally = Record<string, { tries: number; wrong: string[] }>;

const expected = {
  malformed: "err malformed",
  oversized: "err too_large",
  unknown: "ok",
  "foreign topic": "err unknown_topic",
  flooding: "close 4429",
  "replayed ticket": "close 4401",
  "forged ticket": "http 401",
  "expired ticket": "http 401",
  "ticket of another room": "http 401",
  "wrong Origin": "http 403",
} as const;
type Kind = keyof typeof expected;

const frames: Partial<Record<Kind, readonly string[]>> = {
  malformed: ['["set",{"n":-1}]'],
  oversized: [`["set","${"x".repeat(5_000)}"]`],
  unknown: ['["later",{}]', '["set",{"n":1,"status":"online"}]'],
  "foreign topic": ['["sync",{"t":"cohort/alg-101"}]'],
  flooding: Array.from({ length: floodFrames }, () => "{"),
};

export class Abuse {
  readonly tally: AbuseTally = {};
  readonly #site: LiveSite;

  constructor(site: LiveSite) {
    this.#site = site;
  }

  /** Each kind again and again, at most every `everyMs`, for so long; they begin one after another. */
  async run(forMs: number, everyMs: number): Promise<void> {
    const endsAt = performance.now() + forMs;
    const kinds = Object.keys(expected) as Kind[];
    const goOn = async (kind: Kind, index: number) => {
      await pause((index * everyMs) / kinds.length);
      while (performance.now() < endsAt) {
        const nextAt = performance.now() + everyMs;
        await this.#try(kind);
        await pause(Math.max(0, nextAt - performance.now()));
      }
    };
    await Promise.all(kinds.map(goOn));
  }

  async #try(kind: Kind): Promise<void> {
    const got = await this.#outcome(kind);
    const entry = this.tally[kind] ?? { tries: 0, wrong: [] };
    entry.tries += 1;
    if (got !== expected[kind]) entry.wrong.push(got);
    this.tally[kind] = entry;
  }

  async #outcome(kind: Kind): Promise<string> {
    const door = await this.#doorOf(kind);
    if (kind === "replayed ticket") await this.#speak(door, ['["later",{}]'], 100);
    return this.#speak(door, frames[kind] ?? []);
  }

  async #doorOf(kind: Kind) {
    const name = await this.#site.name(subject);
    const door = await this.#site.door(subject, name);
    const ticket = door.protocols[1] ?? "";
    if (kind === "wrong Origin") return { ...door, origin: "http://elsewhere.test" };
    if (kind === "ticket of another room") return { ...door, path: "/ws/cohort/alg-101" };
    if (kind === "forged ticket") {
      // Another letter there than it had: what stays as it was is no forgery.
      const letter = ticket.at(-2) === "A" ? "B" : "A";
      return { ...door, protocols: ["vr.v1", ticket.slice(0, -2) + letter + ticket.slice(-1)] };
    }
    if (kind !== "expired ticket") return door;
    const leaf = door.path.split("/").at(-1) ?? "";
    const past = Date.now() - 61_000;
    const holder = { ...name, alias: "Late", isMember: false };
    const ids = { jti: newId("tkt", past), room: "presence" as const, name: leaf };
    const claims = { ...ids, ...holder, sessionEndsAt: Date.now() + 60_000 };
    const late = issueTicket(this.#site.world.ticketSecret, claims, past);
    return { ...door, protocols: late.protocols };
  }

  /** What the room answered first, or how it ended. */
  #speak(
    door: Parameters<typeof knock>[0],
    texts: readonly string[],
    limitMs = patienceMs,
  ): Promise<string> {
    return new Promise((resolve) => {
      let wire: LiveWire | null = null;
      const isFlood = texts.length === floodFrames;
      const end = (outcome: string) => {
        clearTimeout(timer);
        wire?.drop();
        resolve(outcome);
      };
      const timer = setTimeout(() => end("silence"), limitMs);
      const onText = (text: string) => {
        const code = /^\["err",\{"code":"(\w+)"/.exec(text)?.[1];
        if (code && !isFlood) end(`err ${code}`);
        if (text.startsWith('["ok"')) end("ok");
      };
      void knock(door, { onText, onClose: (code) => end(`close ${code}`) }).then((knocked) => {
        if (knocked.status === "refused") return end(`http ${knocked.http}`);
        wire = knocked.wire;
        const topics = [{ t: "presence", e: null, q: 0 }];
        wire.send(JSON.stringify(["hello", { id: "1", sid: "tab", topics }]));
        for (const text of texts) wire.send(text);
      });
    });
  }
}

/** Each kind with what it got. */
export function abuseTable(tally: AbuseTally): Table {
  return {
    title: "Abuse",
    columns: ["kind", "tries", "with another outcome"],
    rows: Object.entries(tally).map(([kind, { tries, wrong }]) => [
      kind,
      tries,
      wrong.length === 0 ? "none" : `${wrong.length}: ${[...new Set(wrong)].join(", ")}`,
    ]),
  };
}
