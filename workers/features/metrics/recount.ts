/** The second route to every bucket: from raw events, in plain code, without the rollups' queries. */
import { lookBackDays } from "#shared/event-days.ts";
import { all, dayMs, latencyDays, longestWindowDays, timeBin } from "./definitions.ts";
import { type RawEvent, type RawHistory, utcDay } from "./raw-history.ts";
import { findPerson, type IntakePerson, tallyPerson } from "./recount-person.ts";

/** Counts by their key. A count of zero is not there. */
export type Counts = ReadonlyMap<string, number>;

export interface IntakeKey {
  loop: string;
  persona: string;
  subject: string;
  variant: string;
  measure: string;
  day: string;
  bin: number;
}

export const intakeKey = (key: IntakeKey): string =>
  [key.day, key.loop, key.persona, key.subject, key.variant, key.measure, key.bin].join("|");

export const dailyKey = (key: Pick<IntakeKey, "day" | "loop" | "measure" | "bin">): string =>
  [key.day, key.loop, key.measure, key.bin].join("|");

/** Every intake bucket that is not sealed. */
export function recountIntakes(history: RawHistory): Counts {
  const counts = new Map<string, number>();
  const { sealed, sealedThrough } = history.people;
  for (const id of history.persons()) {
    if (sealed.has(id)) continue;
    const person = findPerson(history, id);
    if (!person) continue;
    const day = utcDay(person.t0);
    if (sealedThrough !== null && day <= sealedThrough) continue;
    const variants = [all, ...variantsOf(history, person)];
    tallyPerson(history, person, (loop, measure, bin, n) => {
      for (const variant of variants) {
        for (const persona of [all, person.persona]) {
          for (const subject of [all, person.subject]) {
            add(counts, intakeKey({ loop, persona, subject, variant, measure, day, bin }), n);
          }
        }
      }
    });
  }
  return dropZeros(counts);
}

/** Every month from its intakes: those counted here, and the sealed ones as they are kept. */
export function recountMonths(...intakes: readonly Counts[]): Counts {
  const counts = new Map<string, number>();
  for (const one of intakes) {
    for (const [key, n] of one) add(counts, `${key.slice(0, 7)}-01${key.slice(10)}`, n);
  }
  return dropZeros(counts);
}

/** The first exposure to each experiment, from `lookBackDays` ago to the end of the longest window. */
function variantsOf(history: RawHistory, person: IntakePerson): string[] {
  if (person.blocked || person.bot) return [];
  const begin = person.t0 - lookBackDays * dayMs;
  const end = person.t0 + longestWindowDays * dayMs;
  const first = new Map<string, string>();
  for (const { name, at, props } of history.own(person.id)) {
    const key = props["experimentKey"];
    if (name !== "exp.exposed" || at < begin || at >= end) continue;
    if (typeof key !== "string" || first.has(key)) continue;
    first.set(key, `${key}:${props["variant"]}`);
  }
  return [...first.values()];
}

/** Every calendar day's bucket that is not sealed. */
export function recountDays(history: RawHistory): Counts {
  const counts = new Map<string, number>();
  const { sealedThrough } = history.people;
  for (const id of history.persons()) {
    for (const event of history.own(id)) {
      const day = utcDay(event.at);
      if (sealedThrough !== null && day <= sealedThrough) continue;
      for (const [measure, bin] of dailyMeasures(event, history.own(id))) {
        for (const loop of new Set([event.loop ?? all, all])) {
          add(counts, dailyKey({ day, loop, measure, bin }), 1);
        }
      }
    }
  }
  return dropZeros(counts);
}

const dailyNames = [
  "deck.completed",
  "invite.fvm",
  "message.sent",
  "message.complained",
  "message.optedOut",
];

function dailyMeasures(event: RawEvent, own: readonly RawEvent[]): [string, number][] {
  if (!dailyNames.includes(event.name)) return [];
  const measures: [string, number][] = [[event.name, 0]];
  if (event.name === "deck.completed" && event.props["flagged"] === true) {
    measures.push(["deck.flagged", 0]);
  }
  if (event.name === "invite.fvm" && event.linkId !== null) {
    const open = own.find(
      ({ name, at, linkId, visitorId }) =>
        name === "invite.opened" &&
        linkId === event.linkId &&
        visitorId === event.visitorId &&
        at <= event.at &&
        at > event.at - latencyDays * dayMs,
    );
    if (open) measures.push(["latency", timeBin(event.at - open.at)]);
  }
  return measures;
}

function add(counts: Map<string, number>, key: string, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

function dropZeros(counts: Map<string, number>): Counts {
  for (const [key, n] of counts) if (n === 0) counts.delete(key);
  return counts;
}
