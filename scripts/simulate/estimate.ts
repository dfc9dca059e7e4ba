/** K of a simulated world: as the dashboard counts it, and as one would naively. */
import { all } from "#workers/features/metrics/definitions.ts";
import { type Count, kFamily } from "#workers/features/metrics/intake-figures.ts";
import { matureThrough } from "#workers/features/metrics/metrics-scope.ts";
import { RawHistory, utcDay } from "#workers/features/metrics/raw-history.ts";
import { findPerson, tallyPerson } from "#workers/features/metrics/recount-person.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

export interface Estimate {
  k: number;
  interval: { low: number; high: number };
  n: number;
}

export const windowDays = 14;

/** From the delivered events, by the second route; the dashboard's figures are the same. */
export function estimateFromEvents(world: SimulatedWorld): Estimate {
  const history = new RawHistory({
    accounts: world.accounts,
    visitors: world.visitors,
    ...{ refusals: [], sealed: new Map(), sealedThrough: null },
  });
  for (const event of world.delivered) history.add(event);
  history.sort();
  const through = matureThrough(world.endMs, windowDays);
  const sums = new Map<string, Count>();
  for (const id of history.persons()) {
    const person = findPerson(history, id);
    if (!person || utcDay(person.t0) > through) continue;
    tallyPerson(history, person, (loop, measure, bin, n) => {
      if (loop !== all) return;
      const name = `${measure} ${bin}`;
      sums.set(name, { measure, bin, n: n + (sums.get(name)?.n ?? 0) });
    });
  }
  const persons = sums.get("persons 0")?.n ?? 0;
  return asEstimate(kFamily([...sums.values()], persons, windowDays));
}

/** What the dashboard says, as an estimate. */
export function asEstimate(family: {
  k: number | null;
  persons: number;
  interval: { low: number; high: number } | null;
}): Estimate {
  const { k, persons, interval } = family;
  return {
    k: k ?? Number.NaN,
    interval: interval ?? { low: Number.NaN, high: Number.NaN },
    n: persons,
  };
}

/** Every credit delivered, by every browser that finished a deck: young ones, bots and doubles too. */
export function estimateNaively(world: SimulatedWorld): Estimate {
  const people = new Set<string>();
  let credited = 0;
  for (const event of world.delivered) {
    if (event.name === "deck.completed") people.add(event.visitorId);
    if (event.name === "invite.fvm") credited += 1;
  }
  const n = people.size;
  const k = credited / n;
  const half = 1.96 * Math.sqrt(k / n);
  return { k, interval: { low: k - half, high: k + half }, n };
}

export const covers = ({ interval }: Estimate, k: number): boolean =>
  interval.low <= k && k <= interval.high;

/** Midnight after which nothing happens: the same each time, whenever one asks. */
export const simulatedEndMs = Date.UTC(2026, 5, 1);
