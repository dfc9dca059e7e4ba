/** `realtime`: a subject of thousands on bare workerd, next to a bare hibernating echo object. */
import { performance } from "node:perf_hooks";
import { presenceSubjects } from "#shared/protocol/room-names.ts";
import { measureAbuse } from "./abuse-figures.ts";
import type { Bench, BenchInput, BenchReport, Table } from "./bench-shape.ts";
import { wholeNumber } from "./bench-shape.ts";
import { abuseTable } from "./live-abuse.ts";
import { LiveCrowd, pause } from "./live-crowd.ts";
import { figure, type LiveFigure, liveFaults, liveTable } from "./live-figures.ts";
import { percentile, runBoards, runFeed, StatusLoad } from "./live-load.ts";
import { type Weight, weighEchoSocket, weighGrowth } from "./live-memory.ts";
import { LiveSite } from "./live-site.ts";
import { memoryFigures } from "./live-state.ts";
import { mostSockets, othersCpuMs } from "./machine.ts";
import { profileTable, profileWhile } from "./profiler.ts";

/** People move to their new leaf within this time; a minute's spread would only make a run longer. */
const settings = { moveSpreadMs: 5_000 };
/** In that time a leaf that woke has told its people. */
const wakeMs = 1_500;
const feedSockets = 500;
const settleMs = 120_000;
interface Plan {
  people: number;
  sockets: number;
  seconds: number;
  holdMs: number;
  changes: number;
}

interface Stage {
  plan: Plan;
  site: LiveSite;
  algebra: LiveCrowd;
  geometry: LiveCrowd;
  /** Small ones, where nobody has to move. */
  others: readonly LiveCrowd[];
  say(line: string): void;
}

function readPlan({ options }: BenchInput): Plan {
  const number = (name: string, max: number) => wholeNumber(options, name, { min: 1, max });
  const most = mostSockets();
  return {
    people: number("people", 50_000),
    sockets: Math.min(most, number("sockets", 100_000)),
    seconds: number("seconds", 600),
    holdMs: number("hold", 3_600) * 1000,
    changes: number("changes", 10_000),
  };
}

async function run(input: BenchInput): Promise<BenchReport> {
  const { closers, openWorld, say, options } = input;
  const plan = readPlan(input);
  say(`Holding ${plan.sockets} echo sockets.`);
  const echo = await weighEchoSocket(plan.people, plan.sockets, closers);
  const vars = { REALTIME_SETTINGS: JSON.stringify(settings) };
  const world = await openWorld({ inspect: true, probe: true, vars });
  const site = new LiveSite(world);
  const crowd = (subject: LiveCrowd["subject"]) => new LiveCrowd(site, subject);
  const [algebra, geometry] = [crowd("algebra"), crowd("geometry")];
  const others = presenceSubjects
    .filter((one) => one !== "algebra" && one !== "geometry")
    .map(crowd);
  const stage: Stage = { plan, site, algebra, geometry, others, say };
  await warmUp(site);
  const { figures: grown, ours } = await grow(stage);
  const held = await hold(stage);
  let loaded: LiveFigure[] = [];
  const tables: Table[] = [];
  const load = async () => {
    loaded = await underLoad(stage);
  };
  if (options["profile"] === "1") {
    const profile = await profileWhile(world.server.inspectorPort ?? 0, "app", load);
    tables.push(profileTable("Under load", profile, world.workerFolder));
  } else await load();
  const counted = await countsRight(stage);
  const fed = await feed(stage);
  const { figures: abused, tally } = await measureAbuse(site, algebra, {
    forMs: Math.min(4, plan.seconds) * 1000,
    rounds: 5,
    say,
  });
  const memory = memoryFigures(echo, ours);
  const figures = [...grown, ...held, ...loaded, ...counted, ...fed, ...memory, ...abused];
  for (const one of [algebra, geometry, ...others]) one.stop();
  return {
    tables: [...tables, liveTable("Realtime, bare workerd", figures), abuseTable(tally)],
    figures: { settings, plan, figures },
    faults: liveFaults(figures),
  };
}

/** What is loaded with the first visit is not what a socket weighs. */
async function warmUp(site: LiveSite): Promise<void> {
  const crowd = new LiveCrowd(site, "reading");
  await crowd.grow(50);
  await crowd.shrink(50);
  crowd.stop();
}

async function grow(stage: Stage): Promise<{ figures: LiveFigure[]; ours: Weight }> {
  const { plan, site, algebra, geometry, others, say } = stage;
  const crowds = [algebra, geometry, ...others];
  const came: number[] = [];
  const growBy = async (sockets: number) => {
    const parts = came.length === 0 ? [[algebra, sockets] as const] : spread(stage, sockets);
    for (const [crowd, people] of parts) came.push(await comeIn(crowd, people));
    await wakeLeaves(crowds);
  };
  const growth = { server: site.world.server, service: "app", grow: growBy };
  const ours = await weighGrowth(growth, plan.people, plan.sockets);
  const tookS = came.reduce((sum, ms) => sum + ms, 0) / 1000;
  const leaves = algebra.leaves().size;
  const moves = crowds.reduce((sum, { counts }) => sum + counts.moves, 0);
  say(`${plan.sockets} people are in after ${tookS.toFixed(0)} s; ${moves} moved on the way.`);
  const figures = [
    figure("people in one subject", algebra.people.length, "", { atLeast: 5_000 }),
    figure("its leaves", leaves, "", { atLeast: 8 }),
    figure("came in", plan.sockets / tookS, "people/s", null),
    figure("closed on the way in", lost(crowds), "sockets", null),
  ];
  say(`Closed on the way in, by code: ${codesOf(crowds)}.`);
  return { figures, ours };
}

/** Those beyond the subject's people: the feed's, and the rest in equal parts. */
function spread({ geometry, others }: Stage, sockets: number): [LiveCrowd, number][] {
  const fed = Math.min(feedSockets, sockets);
  const upTo = (part: number) => Math.round(((sockets - fed) * part) / others.length);
  const parts = others.map((crowd, part): [LiveCrowd, number] => [
    crowd,
    upTo(part + 1) - upTo(part),
  ]);
  return [[geometry, fed], ...parts];
}

/** A leaf that sleeps weighs less than one that is awake, as most are most of the time. */
async function wakeLeaves(crowds: readonly LiveCrowd[]): Promise<void> {
  for (const crowd of crowds) {
    for (const [first] of crowd.leaves().values()) first?.set("online", null);
  }
  await pause(wakeMs);
}

/** Resolves with the milliseconds until all are in and nobody moves. */
async function comeIn(crowd: LiveCrowd, people: number): Promise<number> {
  const startedAt = performance.now();
  await crowd.grow(people);
  await crowd.settled(settleMs);
  return performance.now() - startedAt;
}

/** Longer than a lease: whoever is not heard by then is closed. */
async function hold(stage: Stage): Promise<LiveFigure[]> {
  const { plan, site, algebra, geometry, others, say } = stage;
  say(`Holding them for ${plan.holdMs / 1000} s.`);
  const crowds = [algebra, geometry, ...others];
  const before = lost(crowds);
  await pause(plan.holdMs);
  const views = await Promise.all(crowds.map(({ subject }) => site.ask("/view", subject)));
  const off = views.map(({ n }, index) => Math.abs(n - (crowds[index]?.people.length ?? 0)));
  const held = crowds.flatMap(({ people }) => people).filter(({ greeted }) => greeted).length;
  const most = Math.min(10_000, mostSockets());
  return [
    figure("sockets held", held, "", { atLeast: most }),
    figure(
      "counts that are off",
      off.reduce((sum, one) => sum + one, 0),
      "people",
      { atMost: 0 },
    ),
    figure("closed while held", lost(crowds) - before, "sockets", { atMost: 0 }),
  ];
}

const lost = (crowds: readonly LiveCrowd[]) =>
  crowds
    .flatMap(({ counts }) => [...counts.closes])
    .reduce(
      // A person who came by an old directory was sent on with 4409: that is no loss.
      (sum, [code, times]) => sum + (code === 4409 ? 0 : times),
      0,
    );

function codesOf(crowds: readonly LiveCrowd[]): string {
  const codes = crowds.flatMap(({ subject, counts }) =>
    [...counts.closes].map(([code, times]) => `${subject} ${code} (${times})`),
  );
  return codes.join(", ") || "none";
}

async function underLoad({ plan, site, algebra, say }: Stage): Promise<LiveFigure[]> {
  const { server } = site.world;
  const forMs = plan.seconds * 1000;
  say(`${plan.changes} status changes a second for ${plan.seconds} s.`);
  const load = new StatusLoad(algebra);
  await load.watch(100, 200, 20);
  const idle = performance.eventLoopUtilization();
  const cpuBefore = server.cpuMs() ?? 0;
  const othersBefore = othersCpuMs(cpuBefore);
  const [accepted, boards] = await Promise.all([
    load.run(algebra, plan.changes, forMs),
    runBoards(server.port, 100, forMs),
  ]);
  const busy = performance.eventLoopUtilization(idle).utilization;
  const cpu = ((server.cpuMs() ?? 0) - cpuBefore) / forMs;
  const others = (othersCpuMs(server.cpuMs() ?? 0) - othersBefore) / forMs;
  const errors = [...algebra.counts.errors.values()].reduce((sum, one) => sum + one, 0);
  return [
    figure("status changes accepted", accepted, "/s", { atLeast: plan.changes * 0.99 }),
    figure("errors", errors, "frames", { atMost: 0 }),
    figure("a change's ok, p95", percentile(load.okMs, 0.95), "ms", null),
    figure("a watched change at a watcher, p50", percentile(load.watchedMs, 0.5), "ms", null),
    figure("a watched change at a watcher, p95", percentile(load.watchedMs, 0.95), "ms", {
      under: 150,
    }),
    figure("watched changes told", load.watchedMs.length, "", { atLeast: 1 }),
    figure("100 board queries/s beside it, p50", percentile(boards.tookMs, 0.5), "ms", null),
    figure("100 board queries/s beside it, p95", percentile(boards.tookMs, 0.95), "ms", {
      under: 100,
    }),
    figure("board queries that failed", boards.failures, "", { atMost: 0 }),
    figure("frames out of sequence", algebra.counts.gaps, "", { atMost: 0 }),
    figure("server CPU under load", cpu, "cores", null),
    figure("CPU that other processes took meanwhile", others, "cores", null),
    figure("client's loop under load", busy, "busy", null),
  ];
}

/** After the last change; after 20 people more; and, less the grace of leaving, after 20 fewer. */
async function countsRight({ algebra }: Stage): Promise<LiveFigure[]> {
  // A crowd is told one after another: the first and the last of each leaf.
  const observers = [...algebra.leaves().values()].flatMap((all) => [
    ...all.slice(0, 1),
    ...all.slice(-1),
  ]);
  const heard = new Map<string, { n: number; away: number }>();
  for (const one of observers) {
    one.ears = {
      ...one.ears,
      onOcc: ({ n, by }) => heard.set(one.topic, { n, away: by.away }),
    };
  }
  const seen = async (fits: (told: { n: number; away: number }) => boolean) => {
    const startedAt = performance.now();
    const all = () => observers.every(({ topic }) => fits(heard.get(topic) ?? { n: -1, away: -1 }));
    while (!all() && performance.now() - startedAt < 30_000) await pause(10);
    return performance.now() - startedAt;
  };
  const changing = algebra.people.slice(100, 400);
  for (const person of changing) person.set("away", null);
  for (const person of changing) person.told = { status: "away", act: null };
  const away = algebra.people.filter(({ told }) => told.status === "away").length;
  const changedMs = await seen((told) => told.away === away);
  await algebra.grow(20);
  const joinedMs = await seen(({ n }) => n === algebra.people.length);
  await algebra.shrink(20);
  const leftMs = (await seen(({ n }) => n === algebra.people.length)) - 10_000;
  return [
    figure("300 changes are in every leaf's counts", changedMs, "ms", { atMost: 2_000 }),
    figure("20 joins are in every leaf's counts", joinedMs, "ms", { atMost: 2_000 }),
    figure("20 leaves are, after their 10 s grace", leftMs, "ms", { atMost: 2_000 }),
  ];
}

async function feed({ site, geometry, plan, say }: Stage): Promise<LiveFigure[]> {
  const sockets = geometry.people.length;
  say(`50 feed events a second to ${sockets} sockets.`);
  const { tookMs, sent } = await runFeed(site, geometry, 50, plan.seconds * 1000);
  return [
    figure("sockets of the feed's one leaf", sockets / geometry.leaves().size, "", {
      atLeast: 500,
    }),
    figure("50 feed events/s to each of them, p95", percentile(tookMs, 0.95), "ms", { under: 100 }),
    figure("feed lines lost or doubled", Math.abs(sent * sockets - tookMs.length), "", {
      atMost: 0,
    }),
    figure("feed frames out of sequence", geometry.counts.gaps, "", { atMost: 0 }),
  ];
}

export const bench: Bench = {
  about: "a subject of thousands: latency, counts, memory, feed and abuse",
  options: {
    people: { type: "string", default: "5000" },
    sockets: { type: "string", default: "10000" },
    seconds: { type: "string", default: "15" },
    hold: { type: "string", default: "80" },
    changes: { type: "string", default: "600" },
    profile: { type: "string", default: "0" },
  },
  run,
};
