/** `npm run bench -- metrics`: the dashboard's readings from rollups, the same from raw events, and what a sweep costs. */
import { createHistogram } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { loops, personas, subjects } from "#shared/vocabulary.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { dayMs, windows } from "#workers/features/metrics/definitions.ts";
import type { MetricsInput } from "#workers/features/metrics/metrics-scope.ts";
import { rebuildRollups, sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewEngagement } from "#workers/features/metrics/view-engagement.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";
import {
  viewCost,
  viewFunnel,
  viewGuardrails,
  viewInvites,
  viewRetention,
} from "#workers/features/metrics/view-metrics.ts";
import type { Ctx } from "#workers/platform/context.ts";
import { startBenchDatabase } from "./bench-database.ts";
import {
  type Bench,
  type BenchInput,
  type BenchReport,
  type Table,
  wholeNumber,
} from "./bench-shape.ts";
import { openCopying } from "./copy-world.ts";
import { databaseKinds } from "./database-kind.ts";
import {
  bringLateEvents,
  bringPeople,
  landSlot,
  planHistory,
  slots,
  takeBack,
} from "./metric-history.ts";
import { median } from "./rounds.ts";

type MetricsCtx = Pick<Ctx, "db" | "clock">;

const limits = { p95Ms: 100, sweepGrowth: 2 } as const;
/** The raw events have to be in memory for the second route. */
const rawLimit = 4_000_000;
const changes = [1, 10, 100, 1_000] as const;
const lateEvents = 1_000;

const views = {
  k: viewKFactor,
  invites: viewInvites,
  funnel: viewFunnel,
  retention: viewRetention,
  cost: viewCost,
  guardrails: viewGuardrails,
  engagement: viewEngagement,
} satisfies Record<string, (ctx: MetricsCtx, input: MetricsInput) => Promise<unknown>>;
type View = keyof typeof views;

interface ViewFigure {
  view: View;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

interface SweepFigure {
  history: "one slot" | "all";
  change: "new people" | "late events into an old intake";
  count: number;
  ms: number;
  buckets: number;
}

async function run({ options, closers, say }: BenchInput): Promise<BenchReport> {
  const wanted = wholeNumber(options, "events", { min: 10_000, max: 20_000_000 });
  const rounds = wholeNumber(options, "rounds", { min: 3, max: 1_000 });
  const times = wholeNumber(options, "sweeps", { min: 1, max: 50 });
  const kind = databaseKinds.find((known) => known === options["database"]) ?? "embedded";
  const database = await startBenchDatabase(kind, closers);
  const endMs = Math.floor(Date.now() / dayMs) * dayMs;
  const ctx = { db: database.db, clock: { now: () => endMs } };
  const copying = await openCopying(database.directUrl);
  closers.add(() => copying.end());
  const plan = planHistory(wanted, endMs);
  const filled = { landMs: 0, sweepMs: 0, delivered: 0 };
  const sweeps: SweepFigure[] = [];
  for (const part of [[0], Array.from({ length: slots - 1 }, (_, i) => i + 1)]) {
    for (const slot of part) {
      const begun = performance.now();
      filled.delivered += await landSlot(copying, plan, slot);
      filled.landMs += performance.now() - begun;
      say(`${filled.delivered.toLocaleString("en-US")} events delivered.`);
    }
    filled.sweepMs += await countAll(ctx, say);
    if (part.length === 1) sweeps.push(...(await measureSweeps(ctx, "one slot", times)));
  }
  const readings: ViewFigure[] = [];
  for (const view of Object.keys(views) as View[]) {
    readings.push(await measureView(ctx, view, rounds));
    say(JSON.stringify(readings.at(-1)));
  }
  sweeps.push(...(await measureSweeps(ctx, "all", times)));
  const size = await sizeOf(ctx);
  const raw = size.events <= rawLimit ? await measureRaw(ctx) : null;
  return {
    tables: [readingsTable(readings, size.events), sweepsTable(sweeps)],
    figures: { on: database.name, ...size, ...filled, readings, sweeps, raw, limits },
    faults: [...faultsOf(readings, sweeps), ...(raw?.differences ? ["the routes differ"] : [])],
  };
}

/** All rollups from scratch, by the product's own sweep; answers the milliseconds. */
async function countAll(ctx: MetricsCtx, say: (line: string) => void): Promise<number> {
  await ctx.db.execute("analyze");
  const begun = performance.now();
  const { marks, buckets } = await rebuildRollups(ctx);
  const ms = performance.now() - begun;
  say(`${buckets} buckets counted after ${marks} marks in ${Math.round(ms / 1_000)} s.`);
  // As autovacuum does by itself on a server that lives longer than this one.
  await ctx.db.execute("vacuum analyze");
  return ms;
}

/** Every filter in turn, as an admin would look around. */
function inputOf(round: number, endMs: number): MetricsInput {
  const pick = <T>(list: readonly T[], every: number) =>
    round % every === 0 ? undefined : list[round % list.length];
  const from = new Date(endMs - 90 * dayMs).toISOString().slice(0, 10);
  return {
    windowDays: windows[round % windows.length] ?? 14,
    loop: pick(loops, 2),
    persona: pick(personas, 3),
    subject: pick(subjects, 5),
    from: round % 7 === 1 ? from : undefined,
  };
}

async function measureView(ctx: MetricsCtx, view: View, rounds: number): Promise<ViewFigure> {
  const times = createHistogram({ figures: 3 });
  for (let round = -2; round < rounds; round++) {
    const begun = performance.now();
    await views[view](ctx, inputOf(Math.max(0, round), ctx.clock.now()));
    if (round >= 0) times.record(Math.max(1, Math.round((performance.now() - begun) * 1_000)));
  }
  const at = (share: number) => times.percentile(share) / 1_000;
  return { view, p50Ms: at(50), p95Ms: at(95), maxMs: at(100) };
}

/** What a sweep takes after each change; the median of several. */
async function measureSweeps(
  ctx: MetricsCtx,
  history: SweepFigure["history"],
  times: number,
): Promise<SweepFigure[]> {
  const figures: SweepFigure[] = [];
  for (const count of changes) {
    const change = () => bringPeople(ctx.db, ctx.clock.now(), count);
    figures.push({
      history,
      change: "new people",
      count,
      ...(await measureSweep(ctx, times, change)),
    });
  }
  const late = () => bringLateEvents(ctx.db, ctx.clock.now(), lateEvents);
  const about = { history, change: "late events into an old intake", count: lateEvents } as const;
  figures.push({ ...about, ...(await measureSweep(ctx, times, late)) });
  return figures;
}

async function measureSweep(ctx: MetricsCtx, times: number, change: () => Promise<void>) {
  const took: number[] = [];
  let buckets = 0;
  for (let round = 0; round < times; round++) {
    await change();
    const begun = performance.now();
    buckets = (await sweepRollups(ctx, Number.POSITIVE_INFINITY)).buckets;
    took.push(performance.now() - begun);
    // Each round finds the history as the last one did.
    await takeBack(ctx.db);
    await sweepRollups(ctx, Number.POSITIVE_INFINITY);
  }
  return { ms: median(took), buckets };
}

async function measureRaw(ctx: MetricsCtx) {
  const begun = performance.now();
  const { compared, differences } = await compareRollups(ctx);
  return { ms: performance.now() - begun, compared, differences: differences.length };
}

async function sizeOf({ db }: MetricsCtx) {
  const { rows } = await db.execute(sql`select (select count(*) from events)::int as events,
    (select count(*) from metric_people)::int as people,
    (select count(*) from metric_buckets)::int as "bucketRows"`);
  return rows[0] as { events: number; people: number; bucketRows: number };
}

function readingsTable(readings: readonly ViewFigure[], events: number): Table {
  return {
    title: `Readings from the rollups of ${events.toLocaleString("en-US")} events`,
    columns: ["view", "p50 ms", "p95 ms", "max ms"],
    rows: readings.map((one) => [one.view, one.p50Ms, one.p95Ms, one.maxMs]),
  };
}

function sweepsTable(sweeps: readonly SweepFigure[]): Table {
  return {
    title: `A sweep after a change, with a history of 60 days and of ${slots * 60}`,
    columns: ["history", "change", "count", "ms", "buckets"],
    rows: sweeps.map((one) => [one.history, one.change, one.count, one.ms, one.buckets]),
  };
}

function faultsOf(readings: readonly ViewFigure[], sweeps: readonly SweepFigure[]): string[] {
  const slow = readings
    .filter(({ p95Ms }) => p95Ms >= limits.p95Ms)
    .map(({ view, p95Ms }) => `${view} takes ${p95Ms} ms at p95, not under ${limits.p95Ms}`);
  const grown = sweeps
    .filter(({ history }) => history === "all")
    .flatMap(({ change, count, ms }) => {
      const short = sweeps.find(
        (one) => one.history === "one slot" && one.change === change && one.count === count,
      );
      const allowed = (short?.ms ?? 0) * limits.sweepGrowth;
      return ms <= allowed
        ? []
        : [`a sweep of ${count} ${change} takes ${ms} ms, above ${allowed}`];
    });
  return [...slow, ...grown];
}

export const bench: Bench = {
  about: "the dashboard's readings from rollups, next to raw events, and what a sweep costs",
  options: {
    events: { type: "string", default: "10000000" },
    rounds: { type: "string", default: "105" },
    // How often each sweep is measured: of ten million events one with 1,000 changes takes long.
    sweeps: { type: "string", default: "5" },
  },
  run,
};
