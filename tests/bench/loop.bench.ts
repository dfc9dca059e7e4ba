/** `loop`: N invitees go the whole way by one link, and Postgres must hold exactly their N of all. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import type { World } from "./bench-world.ts";
import { requestBytes } from "./http-wire.ts";
import { inParallel } from "./in-parallel.ts";
import { load } from "./load.ts";
import { type Count, countLoop, countWaitingDeliveries, wrongCounts } from "./loop-checks.ts";
import { arrive, finish, invite, think } from "./loop-journey.ts";
import { profileTable, profileWhile } from "./profiler.ts";
import { createStepTimes, type StepTimes, stepsTable } from "./step-times.ts";

const settleLimitMs = 30_000;
const pollMs = 100;
const baselineLimits = { connections: 4, durationMs: 2000, maxRequests: 100_000 };

async function run({ options, openWorld, say }: BenchInput) {
  const invitees = wholeNumber(options, "invitees", { min: 1, max: 5000 });
  const concurrency = wholeNumber(options, "concurrency", { min: 1, max: 64 });
  const profiled = options["profile"] !== "no";
  const world = await openWorld({ inspect: profiled });
  const { server, database } = world;
  // Pages, procedures and sign-in are modules of their own: loaded here, not in the figures.
  await goRound(world, { invitees: 1, concurrency, name: "warm-up" }, createStepTimes());
  const times = createStepTimes();
  say(`${invitees} invitees, ${concurrency} at a time.`);
  const cpuBefore = server.cpuMs();
  const { code, workS } = await goRound(world, { invitees, concurrency, name: "invitee" }, times);
  const cpuAfter = server.cpuMs();
  const settledS = await settle(world);
  const counts = await countLoop(database.db, code, invitees);
  const requests = [requestBytes("/")];
  const target = { name: "baseline", port: server.baselinePort, requests, status: 200 };
  const baseline = await load(target, baselineLimits);
  const steps = times.figures();
  const figures = {
    invitees,
    concurrency,
    loopsPerSecond: invitees / workS,
    requestsPerSecond: steps.reduce((sum, { count }) => sum + count, 0) / workS,
    loopMs: (workS * concurrency * 1000) / invitees,
    cpuMsPerLoop:
      cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / invitees,
    settledS,
    baseline: { perSecond: baseline.perSecond, p50Ms: baseline.p50Ms, p99Ms: baseline.p99Ms },
  };
  const profiles = profiled ? [await profileRound(world, { invitees, concurrency })] : [];
  const found = [stepsTable("loop: steps", steps), figuresTable(figures), countsTable(counts)];
  return {
    tables: [...found, ...profiles],
    figures: { ...figures, steps, counts },
    faults: wrongCounts(counts),
  };
}

interface Round {
  invitees: number;
  concurrency: number;
  name: string;
}

/** Everyone arrives, everyone has thought, everyone finishes; `workS` leaves the thinking out. */
async function goRound(
  { server }: World,
  { invitees, concurrency, name }: Round,
  times: StepTimes,
): Promise<{ code: string; workS: number }> {
  const code = await invite(server.port, times);
  const emails = Array.from({ length: invitees }, (_, i) => `${name}-${i}@bench.test`);
  const begun = performance.now();
  const visits = await inParallel(emails, concurrency, (email) =>
    arrive(server.port, code, email, times),
  );
  const arrived = performance.now();
  await Promise.all(visits.map(think));
  const resumed = performance.now();
  await inParallel(visits, concurrency, (visit) => finish(visit, times));
  return { code, workS: (arrived - begun + performance.now() - resumed) / 1000 };
}

/** Once more with other invitees, so that profiling disturbs no figure. */
async function profileRound(
  world: World,
  { invitees, concurrency }: Omit<Round, "name">,
): Promise<Table> {
  const round = { invitees, concurrency, name: "profiled" };
  const profile = await profileWhile(world.server.inspectorPort ?? 0, "app", () =>
    goRound(world, round, createStepTimes()),
  );
  return profileTable("profile: loop", profile, world.workerFolder);
}

/** Lets what goes on after the answers come to its end; seconds until nothing waits any more. */
async function settle({ server, database }: World): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < settleLimitMs) {
    await server.deliverQueue();
    if ((await countWaitingDeliveries(database.db)) === 0) break;
    await sleep(pollMs);
  }
  return (performance.now() - begun) / 1000;
}

function figuresTable(figures: Record<string, unknown> & { baseline: { perSecond: number } }) {
  const names: Record<string, string> = {
    loopsPerSecond: "loops/s",
    requestsPerSecond: "requests/s",
    loopMs: "one loop, ms",
    cpuMsPerLoop: "server CPU of one loop, ms",
    settledS: "until nothing waits, s",
  };
  const rows = Object.entries(names).map(([key, name]) => [name, figures[key] as number | null]);
  const baseline = ["baseline: bare Hono, requests/s", Math.round(figures.baseline.perSecond)];
  return { title: "loop: whole", columns: ["figure", "value"], rows: [...rows, baseline] };
}

function countsTable(counts: readonly Count[]) {
  const rows = counts.map(({ what, found, expected }) => [what, found, expected]);
  return { title: "loop: what Postgres holds", columns: ["what", "found", "expected"], rows };
}

export const bench: Bench = {
  about: "the whole loop for N invitees, checked against Postgres",
  options: {
    invitees: { type: "string", default: "50" },
    concurrency: { type: "string", default: "4" },
    // `yes` prints where the Worker's time goes.
    profile: { type: "string", default: "no" },
  },
  run,
};
