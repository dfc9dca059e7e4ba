/** `ingest`: events by POST /api/events to Postgres, through a broker, while the database is cut. */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { fromUuid, newId, toUuid } from "#shared/ids.ts";
import { type Bench, type BenchInput, type BenchReport, wholeNumber } from "./bench-shape.ts";
import { type Sent, sendEvents } from "./event-senders.ts";
import { type FaultCounts, type FaultDoor, openFaultDoor } from "./fault-door.ts";
import { figure, liveFaults, liveTable } from "./live-figures.ts";

const loseEvery = 10;
const goalPerSecond = 2_000;
const landingLimitMs = 180_000;
const baselineRows = 1_000;
const baselineMs = 3_000;
const name = "presence.session";

/** What the same table takes when nobody stands between: rows a second, a thousand at a time. */
async function measureBaseline(db: Db): Promise<number> {
  const begun = performance.now();
  let rows = 0;
  while (performance.now() - begun < baselineMs) {
    const now = Date.now();
    const ids = Array.from({ length: baselineRows }, () => toUuid(newId("evt", now)));
    await db.execute(sql`insert into events (day, id, name, schema_version, occurred_at, received_at,
        visitor_id, props)
      select ${new Date(now).toISOString().slice(0, 10)}::date, id, 'bench.baseline', 1, now(),
        now(), id, '{"durationMs": 1000}'::jsonb
      from unnest(${`{${ids.join(",")}}`}::uuid[]) as r(id)`);
    rows += baselineRows;
  }
  const perSecond = rows / ((performance.now() - begun) / 1000);
  await db.execute(sql`delete from events where name = 'bench.baseline'`);
  return perSecond;
}

async function countLanded(db: Db): Promise<number> {
  const { rows } = await db.execute(
    sql`select count(*)::int as n from events where name = ${name}`,
  );
  return Number(rows[0]?.["n"]);
}

interface Landing {
  /** Landed so far, once a second. */
  perSecond: number[];
  stop(): void;
}

/** Looks at the table once a second, past the door that is cut. */
function watchLanding(db: Db): Landing {
  const seen: number[] = [];
  const timer = setInterval(async () => void seen.push(await countLanded(db)), 1_000);
  return { perSecond: seen, stop: () => clearInterval(timer) };
}

/** Cuts the database in the middle of the sending. */
async function cutInTheMiddle(door: FaultDoor, seconds: number, cutSeconds: number) {
  await pause(((seconds - cutSeconds) / 2) * 1_000);
  door.cut();
  await pause(cutSeconds * 1_000);
  door.mend();
}

async function waitUntilLanded(db: Db, expected: number): Promise<number> {
  const until = performance.now() + landingLimitMs;
  while (performance.now() < until) {
    if ((await countLanded(db)) >= expected) break;
    await pause(250);
  }
  return performance.now();
}

/** Every id that was accepted against every row that is there. */
async function compare(db: Db, { accepted }: Sent) {
  const { rows } = await db.execute(sql`select id from events where name = ${name}`);
  const stored = rows.map((row) => fromUuid("evt", String(row["id"])));
  const there = new Set(stored);
  return {
    missing: accepted.filter((id) => !there.has(id)).length,
    doubled: stored.length - there.size,
  };
}

interface Outcome extends FaultCounts {
  missing: number;
  doubled: number;
  sent: Sent;
  /** Rows a second. */
  baseline: number;
  sendingMs: number;
  /** From the first one sent to the last one landed. */
  landingMs: number;
}

function figuresOf(seen: Outcome) {
  const { sent, baseline, sendingMs, landingMs } = seen;
  const accepted = sent.accepted.length;
  const landed = ((accepted - seen.missing) * 1_000) / landingMs;
  return [
    figure("accepted", accepted, "events", null),
    figure("accepted a second", (accepted * 1_000) / sendingMs, "/s", null),
    figure("landed a second, the cut included", landed, "/s", { atLeast: goalPerSecond }),
    figure("lost", seen.missing, "events", { atMost: 0 }),
    figure("doubled", seen.doubled, "events", { atMost: 0 }),
    figure("landed after the last was sent", landingMs - sendingMs, "ms", null),
    figure("baseline: straight into the table", baseline, "/s", null),
    figure("landed, of the baseline", (100 * landed) / baseline, "%", null),
    figure("requests", sent.requests, "", null),
    figure("requests sent again", sent.repeated, "", null),
    figure("batches stored", seen.deliveries, "", null),
    figure("of these, stored but not answered", seen.lost, "", { atLeast: 1 }),
    figure("batches that met the cut", seen.cutOff, "", { atLeast: 1 }),
  ];
}

async function run({ options, openWorld, closers, say }: BenchInput): Promise<BenchReport> {
  const seconds = wholeNumber(options, "seconds", { min: 3, max: 600 });
  const cutSeconds = wholeNumber(options, "cut", { min: 0, max: 120 });
  const connections = wholeNumber(options, "connections", { min: 1, max: 64 });
  const batch = wholeNumber(options, "batch", { min: 1, max: 100 });
  let door: FaultDoor | undefined;
  const { server, database } = await openWorld({
    serveBy: "miniflare",
    async databaseDoor(proxyUrl) {
      door = await openFaultDoor(proxyUrl, loseEvery, closers);
      return door.url;
    },
  });
  if (!door) throw new Error("no door was opened");
  const { db } = database;
  const baseline = await measureBaseline(db);
  say(
    `Sending for ${seconds} s, ${batch} events a request; the database is cut for ${cutSeconds} s.`,
  );
  const landing = watchLanding(db);
  const begun = performance.now();
  const until = () => performance.now() - begun > seconds * 1_000;
  const plan = { port: server.port, connections, batch, until };
  const [sent] = await Promise.all([sendEvents(plan), cutInTheMiddle(door, seconds, cutSeconds)]);
  const sentAt = performance.now();
  const landedAt = await waitUntilLanded(db, sent.accepted.length);
  landing.stop();
  const figures = figuresOf({
    ...(await door.counts()),
    ...(await compare(db, sent)),
    sent,
    baseline,
    sendingMs: sentAt - begun,
    landingMs: landedAt - begun,
  });
  return {
    tables: [liveTable("ingest", figures)],
    figures: { seconds, cutSeconds, connections, batch, figures, landed: landing.perSecond },
    faults: liveFaults(figures),
  };
}

export const bench: Bench = {
  about: "events from the door to Postgres, with a cut database and repeated deliveries",
  options: {
    database: { type: "string", default: "postgres" },
    seconds: { type: "string", default: "60" },
    cut: { type: "string", default: "20" },
    connections: { type: "string", default: "8" },
    batch: { type: "string", default: "50" },
  },
  run,
};
