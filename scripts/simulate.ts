/** `npm run simulate -- --k 1.25 --days 60 --seed 7 [--through events|api] [--coverage 400]`: plays people who invite people, and asks whether the dashboard's K is the true one. */
import { parseArgs } from "node:util";
import { runCommand } from "#db/local/run-command.ts";
import { coverInThreads } from "./simulate/cover-in-threads.ts";
import {
  type Estimate,
  estimateFromEvents,
  estimateNaively,
  simulatedEndMs,
  windowDays,
} from "./simulate/estimate.ts";
import { defaultOptions, type SimulationOptions } from "./simulate/options.ts";
import { countInDatabase } from "./simulate/simulated-database.ts";
import { countThroughApi } from "./simulate/simulated-site.ts";
import { simulateWorld } from "./simulate/simulated-world.ts";

/** Of the runs of a coverage, so many go through the database as well. */
const throughDatabaseEach = 100;
const allowed = { low: 0.92, high: 0.98 };

const doors = { events: countInDatabase, api: countThroughApi } as const;
type Door = keyof typeof doors;
/** What nobody can do through the interface, or only by waiting, is left out of that world. */
const playable = {
  ...{ bots: 0, selfInviters: 0, households: 0, late: 0, doubled: 0, skewed: 0 },
  personas: [1, 0, 0],
} as const;
/** A day's arrivals through the interface, which takes its time, where no number is given. */
const apiArrivals = 4;

async function runOne(options: SimulationOptions, through: Door | null) {
  const world = simulateWorld(options, simulatedEndMs);
  const counted = estimateFromEvents(world);
  const landed = through ? await doors[through](world) : null;
  const estimate = landed?.estimate ?? counted;
  const naive = estimateNaively(world);
  console.log(
    `true K_${windowDays} ${options.k}, counted ${wordsOf(estimate)}, naively ${wordsOf(naive)}`,
  );
  const { k, interval, n } = estimate;
  const differences = landed ? landed.differences + (same(landed.estimate, counted) ? 0 : 1) : null;
  return {
    ...{ ok: !differences, through, seed: options.seed, windowDays },
    ...{ people: world.truth.people, events: world.delivered.length },
    ...{ truth: world.truth, estimate: k, interval, n, naive, differences },
  };
}

async function coverOne(options: SimulationOptions, runs: number, through: boolean) {
  const tally = await coverInThreads(options, runs);
  let differences = 0;
  for (let run = 0; through && run < runs; run += throughDatabaseEach) {
    const world = simulateWorld({ ...options, seed: options.seed + run }, simulatedEndMs);
    const landed = await countInDatabase(world);
    differences += landed.differences + (same(landed.estimate, estimateFromEvents(world)) ? 0 : 1);
  }
  const share = tally.covered / runs;
  const ok = share >= allowed.low && share <= allowed.high && differences === 0;
  const naiveShare = tally.naiveCovered / runs;
  console.log(
    `K ${options.k}: the interval covers it in ${percent(share)} of ${runs} runs, naive counting in ${percent(naiveShare)}`,
  );
  return {
    ...{ ok, truth: options.k, runs, arrivals: options.arrivals },
    ...{ covered: share, naiveCovered: naiveShare },
    ...{ estimate: tally.sum / runs, naive: tally.naiveSum / runs, n: tally.n / runs, differences },
  };
}

const same = (a: Estimate, b: Estimate) =>
  a.k === b.k &&
  a.n === b.n &&
  a.interval.low === b.interval.low &&
  a.interval.high === b.interval.high;

const wordsOf = ({ k, interval, n }: Estimate) =>
  `${k.toFixed(3)} (${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}, n ${n})`;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toFixed(4)) : value;
}

function readArguments() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      ...{ k: text, days: text, seed: text, arrivals: text, personas: text, bots: text },
      ...{ "self-inviters": text, households: text, late: text, doubled: text, skewed: text },
      exposed: text,
      ...{ through: text, coverage: text },
    },
  });
  const through = readDoor(values.through);
  const number = (name: Exclude<keyof typeof values, "through">, fallback: number, max: number) => {
    const value = Number(values[name] ?? fallback);
    if (value >= 0 && value <= max) return value;
    throw new Error(`--${name} must be a number from 0 to ${max}, not "${values[name]}".`);
  };
  const known = defaultOptions;
  const ks = (values.k ?? String(known.k)).split(",").map(Number);
  if (ks.some((k) => !(k > 0 && k <= 3)))
    throw new Error("--k must be from 0 to 3; or a list: 0.4,0.9");
  const options: SimulationOptions = {
    k: ks[0] ?? known.k,
    days: number("days", known.days, 365),
    seed: number("seed", known.seed, 1_000_000),
    arrivals: number("arrivals", through === "api" ? apiArrivals : known.arrivals, 100),
    personas: readPersonas(values.personas),
    loops: known.loops,
    bots: number("bots", known.bots, 1),
    selfInviters: number("self-inviters", known.selfInviters, 1),
    households: number("households", known.households, 1),
    late: number("late", known.late, 1),
    doubled: number("doubled", known.doubled, 1),
    skewed: number("skewed", known.skewed, 1),
    exposed: number("exposed", known.exposed, 1),
    ...(through === "api" ? playable : {}),
  };
  if (options.days < 20)
    throw new Error("--days must be 20 at least, so that an intake is mature.");
  return { ks, options, coverage: number("coverage", 0, 10_000), through };
}

function readDoor(text: string | undefined): Door | null {
  if (text === undefined || text === "events" || text === "api") return text ?? null;
  throw new Error(`--through must be events or api, not "${text}".`);
}

function readPersonas(text: string | undefined): SimulationOptions["personas"] {
  if (text === undefined) return defaultOptions.personas;
  const [student, parent, tutor, ...rest] = text.split(",").map(Number);
  const sum = (student ?? 0) + (parent ?? 0) + (tutor ?? 0);
  if (rest.length > 0 || !(Math.abs(sum - 1) < 1e-9)) {
    throw new Error("--personas must be three shares that make 1: 0.7,0.2,0.1");
  }
  return [student ?? 0, parent ?? 0, tutor ?? 0];
}

await runCommand(async () => {
  const { ks, options, coverage, through } = readArguments();
  const outcomes: object[] = [];
  let ok = true;
  for (const k of ks) {
    const outcome =
      coverage > 0
        ? await coverOne({ ...options, k }, coverage, through !== null)
        : await runOne({ ...options, k }, through);
    ok &&= outcome.ok;
    outcomes.push(outcome);
  }
  console.log(
    JSON.stringify(outcomes.length === 1 ? outcomes[0] : { ok, runs: outcomes }, rounded),
  );
  return ok ? 0 : 1;
});
