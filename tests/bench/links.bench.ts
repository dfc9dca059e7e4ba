/** `links`: a smart link warm, cold, guessed and unfurled, next to a bare Hono redirect. */
import { newId } from "#shared/ids.ts";
import { openAttackWorld } from "../attack/attack-world.ts";
import { insertRecords, makeRecord } from "../attack/link-rows.ts";
import { BenchFault } from "./bench-fault.ts";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import { readRoundTrips, userAgent } from "./browser.ts";
import { openWire, requestBytes } from "./http-wire.ts";
import { load, type Target } from "./load.ts";
import { profileTable, profileWhile } from "./profiler.ts";
import { faultsOf, figuresTable, measureRounds } from "./rounds.ts";

/** More than an isolate remembers, so that a turn through them finds none in memory. */
const kvCodes = 6_000;
const batch = 2_000;
const warmUpMs = 1_000;
const unfurler = "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)";
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** What must hold: the least share of the baseline's req/s, and the round trips. */
const goals = {
  "warm link": { ratio: 0.6, roundTrips: 0 },
  "refused guess": { ratio: 0.7, roundTrips: 0 },
  "cold link, KV": { ratio: 0, roundTrips: 0 },
  "cold link, Postgres": { ratio: 0, roundTrips: 1 },
  "unfurler page": { ratio: 0, roundTrips: 0 },
} as const;
type Name = keyof typeof goals;

type World = Awaited<ReturnType<typeof openAttackWorld>>;

async function makeCodes(world: World, count: number): Promise<string[]> {
  const codes: string[] = [];
  while (codes.length < count) {
    const size = Math.min(batch, count - codes.length);
    const made = Array.from({ length: size }, () =>
      makeRecord(world.secrets, world.inviter.userId, newId("link", Date.now())),
    );
    await insertRecords(world.database.db, made);
    codes.push(...made.map((record) => record.code));
  }
  return codes;
}

const ask = (path: string, agent = userAgent, address = "192.0.2.1") =>
  requestBytes(path, { headers: { "User-Agent": agent, "CF-Connecting-IP": address } });

/** A list whose every reading is the next one, also in the rounds to come. */
function inTurn(length: number, make: (turn: number) => Buffer): readonly Buffer[] {
  let turn = 0;
  return new Proxy(
    Array.from({ length }, () => Buffer.alloc(0)),
    {
      get: (list, key) =>
        typeof key === "string" && /^\d+$/.test(key) ? make(turn++) : Reflect.get(list, key),
    },
  );
}

function guess(turn: number): Buffer {
  const random = Array.from({ length: 12 }, (_, i) => alphabet[(turn * 7 + i * i * 5) & 31]);
  const address = `100.${64 + ((turn >> 16) & 63)}.${(turn >> 8) & 255}.${turn & 255}`;
  return ask(`/sl/${random.join("")}`, userAgent, address);
}

async function targetsOf(world: World, freshCodes: number): Promise<Target[]> {
  const { port } = world.server;
  const known = await makeCodes(world, kvCodes);
  const fresh = await makeCodes(world, freshCodes);
  const wire = await openWire(port);
  for (const code of known) await wire.exchange(ask(`/sl/${code}`));
  wire.close();
  const freshAt = (turn: number) => {
    const code = fresh[turn];
    if (!code) throw new BenchFault(`${freshCodes} codes were too few: use --fresh`);
    return ask(`/sl/${code}`);
  };
  const target = (name: Name, status: number, requests: readonly Buffer[]) => ({
    name,
    port,
    status,
    requests,
  });
  const { code } = world.link;
  return [
    target("warm link", 302, [ask(`/sl/${code}`)]),
    target("refused guess", 302, inTurn(1_000, guess)),
    target(
      "cold link, KV",
      302,
      inTurn(kvCodes, (turn) => ask(`/sl/${known[turn % kvCodes]}`)),
    ),
    target("cold link, Postgres", 302, inTurn(freshCodes, freshAt)),
    target("unfurler page", 200, [ask(`/sl/${code}`, unfurler)]),
  ];
}

/** Round trips before the answer, of a request that is like all the others. */
async function probe(target: Target): Promise<number> {
  const wire = await openWire(target.port);
  let roundTrips = -1;
  for (let i = 0; i < 2; i++) {
    const request = target.requests[0];
    if (!request) throw new BenchFault(`${target.name} has no requests`);
    const { head, status } = await wire.exchange(request);
    if (status !== target.status) throw new BenchFault(`${target.name} answered ${status}`);
    roundTrips = readRoundTrips(/^server-timing: (.*)$/im.exec(head)?.[1]) ?? -1;
  }
  wire.close();
  return roundTrips;
}

async function run({ options, closers, say }: BenchInput) {
  const connections = wholeNumber(options, "connections", { min: 1, max: 256 });
  const seconds = wholeNumber(options, "seconds", { min: 1, max: 60 });
  const rounds = wholeNumber(options, "rounds", { min: 1, max: 20 });
  const freshCodes = wholeNumber(options, "fresh", { min: 100, max: 100_000 });
  const profiled = options["profile"] ?? "";
  const world = await openAttackWorld(closers, { inspect: profiled !== "" });
  const { server } = world;
  const targets = await targetsOf(world, freshCodes);
  const agent = { "User-Agent": userAgent };
  const floor = requestBytes("/", { headers: { ...agent, "CF-Connecting-IP": "192.0.2.1" } });
  const roundTrips: Record<string, number> = {};
  for (const target of targets) roundTrips[target.name] = await probe(target);
  say(`Loading ${targets.length + 2} routes: ${rounds} rounds of ${seconds} s.`);
  const limits = { connections, durationMs: seconds * 1_000, maxRequests: 1_000_000 };
  const figures = await measureRounds({
    baseline: {
      name: "baseline: bare Hono 302",
      port: server.baselinePort,
      requests: [requestBytes("/redirect", { headers: agent })],
      status: 302,
    },
    targets: [
      { name: "floor of a warm link", port: server.floorPort ?? 0, requests: [floor], status: 302 },
      ...targets,
    ],
    rounds,
    limits,
    warmUpMs,
    serverCpuMs: server.cpuMs,
    afterLoad: server.deliverQueue,
  });
  const faults = faultsOf(figures);
  for (const [name, goal] of Object.entries(goals)) {
    const ratio = figures.find((one) => one.name === name)?.ratio ?? 0;
    if (ratio < goal.ratio) faults.push(`${name}: ${ratio.toFixed(2)} of the baseline`);
    if (roundTrips[name] !== goal.roundTrips)
      faults.push(`${name}: ${roundTrips[name]} round trips`);
  }
  const profiles: Table[] = [];
  for (const target of targets.filter(({ name }) => profiled !== "" && name.includes(profiled))) {
    const profile = await profileWhile(server.inspectorPort ?? 0, "app", () =>
      load(target, limits),
    );
    profiles.push(profileTable(`profile: ${target.name}`, profile, world.workerFolder));
  }
  const routes = figures.map((one) => ({ ...one, roundTrips: roundTrips[one.name] ?? null }));
  return {
    tables: [figuresTable("links", figures, roundTrips), ...profiles],
    figures: { connections, seconds, rounds, routes },
    faults,
  };
}

export const bench: Bench = {
  about: "a smart link warm, cold, guessed and unfurled, next to a bare Hono redirect",
  options: {
    connections: { type: "string", default: "32" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    // How many links are asked for only once, straight from Postgres.
    fresh: { type: "string", default: "20000" },
    // Part of a route's name: prints where the time of such routes goes.
    profile: { type: "string", default: "" },
  },
  run,
};
