/** Loads several targets in turn, round after round, and compares each with the baseline. */
import type { Table } from "./bench-shape.ts";
import { type LoadLimits, type LoadResult, load, type Target } from "./load.ts";

export interface RoundsPlan {
  baseline: Target;
  targets: readonly Target[];
  rounds: number;
  limits: LoadLimits;
  warmUpMs: number;
  /** CPU time of the server so far, in milliseconds. */
  serverCpuMs(): number | null;
  /** What to do after each load, untimed. */
  afterLoad?(): Promise<unknown>;
}

export interface Sample extends LoadResult {
  /** CPU time of the server for one request, in microseconds. */
  cpuUs: number | null;
}

/** Medians over the rounds. */
export interface Figures {
  name: string;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** req/s divided by the baseline's of the same round. */
  ratio: number;
  cpuUs: number | null;
  failures: number;
  clientBusy: number;
}

/** The baseline comes first in the answer, and in each round. */
export async function measureRounds(plan: RoundsPlan): Promise<Figures[]> {
  const all = [plan.baseline, ...plan.targets];
  const warmUp = { ...plan.limits, durationMs: plan.warmUpMs };
  for (const target of all) await sample(plan, target, warmUp);
  const rounds: Sample[][] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const samples: Sample[] = [];
    for (const target of all) samples.push(await sample(plan, target, plan.limits));
    rounds.push(samples);
  }
  return summarize(
    all.map(({ name }) => name),
    rounds,
  );
}

async function sample(plan: RoundsPlan, target: Target, limits: LoadLimits): Promise<Sample> {
  const before = plan.serverCpuMs();
  const result = await load(target, limits);
  const after = plan.serverCpuMs();
  const known = before !== null && after !== null && result.requests > 0;
  const cpuUs = known ? ((after - before) * 1000) / result.requests : null;
  await plan.afterLoad?.();
  return { ...result, cpuUs };
}

/** `rounds[i][j]` is the sample of the j-th name in the i-th round; the first name is the baseline. */
export function summarize(names: readonly string[], rounds: readonly Sample[][]): Figures[] {
  return names.map((name, j) => {
    const samples = rounds.flatMap((round) => round[j] ?? []);
    const mid = (read: (sample: Sample) => number) => median(samples.map(read));
    const cpu = samples.flatMap((sample) => sample.cpuUs ?? []);
    const ratios = rounds.map((round) => (round[j]?.perSecond ?? 0) / (round[0]?.perSecond ?? 1));
    return {
      name,
      perSecond: mid((sample) => sample.perSecond),
      p50Ms: mid((sample) => sample.p50Ms),
      p99Ms: mid((sample) => sample.p99Ms),
      ratio: median(ratios),
      cpuUs: cpu.length > 0 ? median(cpu) : null,
      failures: samples.reduce((sum, { failures }) => sum + failures, 0),
      clientBusy: mid((sample) => sample.clientBusy),
    };
  });
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** `roundTrips` by name: database round trips of one request; the baseline has none. */
export function figuresTable(
  title: string,
  figures: readonly Figures[],
  roundTrips: Readonly<Record<string, number>>,
): Table {
  const columns = [
    "name",
    "req/s",
    "p50 ms",
    "p99 ms",
    "ratio",
    "db trips",
    "cpu us",
    "client busy",
  ];
  const rows = figures.map((one) => [
    one.name,
    Math.round(one.perSecond),
    one.p50Ms,
    one.p99Ms,
    one.ratio.toFixed(3),
    roundTrips[one.name] ?? null,
    one.cpuUs === null ? null : Math.round(one.cpuUs),
    `${Math.round(one.clientBusy * 100)} %`,
  ]);
  return { title, columns, rows };
}

/** A sentence for each target that gave answers it should not have given. */
export function faultsOf(figures: readonly Figures[]): string[] {
  return figures
    .filter(({ failures }) => failures > 0)
    .map(({ name, failures }) => `${name}: ${failures} requests failed`);
}
