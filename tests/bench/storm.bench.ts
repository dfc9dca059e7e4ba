/** `storm`: everybody's socket drops at once, as with a deploy; when each is back, and with which ticket. */
import { performance } from "node:perf_hooks";
import { clientFrame } from "#shared/protocol/client-frames.ts";
import {
  type Bench,
  type BenchInput,
  type BenchReport,
  type Table,
  wholeNumber,
} from "./bench-shape.ts";
import { inParallel } from "./in-parallel.ts";
import { LiveCrowd, pause } from "./live-crowd.ts";
import { type LiveFigure, liveFaults, liveTable } from "./live-figures.ts";
import { percentile } from "./live-load.ts";
import { LiveSite } from "./live-site.ts";
import { knock, type LiveDoor } from "./live-wire.ts";

const limitMs = 30_000;
const bucketMs = 1_000;
const settleMs = 60_000;
const barWidth = 50;
/** Of tickets used before the drop, and as many after it. */
const replays = 200;
const atOnce = 20;
const patienceMs = 1_000;

async function run({ options, openWorld, say }: BenchInput): Promise<BenchReport> {
  const people = wholeNumber(options, "people", { min: 10, max: 9_000 });
  const vars = { REALTIME_SETTINGS: JSON.stringify({ moveSpreadMs: 3_000 }) };
  const site = new LiveSite(await openWorld({ probe: true, vars }));
  const crowd = new LiveCrowd(site, "algebra");
  await crowd.grow(people);
  await crowd.settled(settleMs);
  say(`${people} people are in; the server is ended and started anew.`);
  const ticketsBefore = site.tickets.size;
  const usedBefore = usedDoors(crowd);
  const backMs = await storm(site, crowd);
  const sentBack = crowd.people.map((person) => person.sentBack);
  const letInTwice = await replay([...usedBefore, ...usedDoors(crowd)]);
  await crowd.settled(settleMs).catch(() => 0);
  const { n } = await site.ask("/view", "algebra");
  crowd.stop();
  const figures: LiveFigure[] = [
    { name: "dropped at once", value: people, unit: "sockets", target: null },
    {
      name: "not back within 30 s",
      value: people - backMs.length,
      unit: "",
      target: { atMost: 0 },
    },
    {
      name: "the last one back",
      value: Math.max(...backMs),
      unit: "ms",
      target: { atMost: limitMs },
    },
    { name: "half are back", value: percentile(backMs, 0.5), unit: "ms", target: null },
    { name: "most within 1 s", value: most(backMs), unit: "people", target: null },
    { name: "tickets asked for", value: site.tickets.size - ticketsBefore, unit: "", target: null },
    // Tickets from before the drop, which a room that starts anew may not know as unused.
    { name: "sent for a new ticket", value: sum(sentBack), unit: "", target: null },
    {
      name: "most often one of them",
      value: Math.max(...sentBack),
      unit: "times",
      target: { atMost: 1 },
    },
    {
      name: "of 400 used tickets, let in again",
      value: letInTwice,
      unit: "",
      target: { atMost: 0 },
    },
    {
      name: "counts that are off",
      value: Math.abs(n - people),
      unit: "people",
      target: { atMost: 0 },
    },
  ];
  return {
    tables: [histogram(backMs), liveTable("Storm, bare workerd", figures)],
    figures: { people, figures, perSecond: buckets(backMs) },
    faults: liveFaults(figures),
  };
}

/** When each person was greeted again, in milliseconds since the drop. */
async function storm(site: LiveSite, crowd: LiveCrowd): Promise<number[]> {
  const droppedAt = performance.now();
  const backMs: number[] = [];
  const before = crowd.counts.welcomes;
  const restarting = site.world.server.restart();
  for (let seen = before; backMs.length < crowd.people.length; ) {
    await pause(10);
    const now = performance.now() - droppedAt;
    for (; seen < crowd.counts.welcomes; seen++) backMs.push(now);
    if (now > limitMs) break;
  }
  await restarting;
  return backMs;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Where some of the people came in last, with the tickets they had. */
function usedDoors({ people }: LiveCrowd): LiveDoor[] {
  return people.slice(0, replays).flatMap(({ usedDoor }) => usedDoor ?? []);
}

/** Knocks with tickets that were used; answers how often a room greeted. */
async function replay(doors: readonly LiveDoor[]): Promise<number> {
  let greeted = 0;
  await inParallel(doors, atOnce, async (door) => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const knocked = await knock(door, {
      onText: (text) => {
        if (text.startsWith('["welcome"')) greeted += 1;
      },
      onClose: () => end(),
    });
    if (knocked.status === "refused") return;
    const topics = [{ t: "presence", e: null, q: 0 }];
    knocked.wire.send(clientFrame("hello", { id: "1", sid: "tab", topics }));
    await Promise.race([ended, pause(patienceMs)]);
    knocked.wire.drop();
  });
  return greeted;
}

function buckets(backMs: readonly number[]): number[] {
  const counts: number[] = [];
  for (const ms of backMs) {
    const at = Math.floor(ms / bucketMs);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

const most = (backMs: readonly number[]) => Math.max(0, ...buckets(backMs));

function histogram(backMs: readonly number[]): Table {
  const counts = buckets(backMs);
  const peak = Math.max(1, ...counts);
  return {
    title: "Back after the drop, by second",
    columns: ["second", "people", ""],
    rows: counts.map((count, second) => [
      second,
      count,
      "#".repeat(Math.ceil((count / peak) * barWidth)),
    ]),
  };
}

export const bench: Bench = {
  about: "all sockets drop at once: when everybody is back, and how spread",
  options: { people: { type: "string", default: "2000" } },
  run,
};
