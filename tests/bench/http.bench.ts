/** `http`: what each kind of door costs, next to a bare Hono route in the same workerd. */
import { BenchFault } from "./bench-fault.ts";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import type { World } from "./bench-world.ts";
import { openBrowser, userAgent } from "./browser.ts";
import { requestBytes } from "./http-wire.ts";
import { type LoadLimits, load, type Target } from "./load.ts";
import { mutate, signIn } from "./procedures.ts";
import { profileTable, profileWhile } from "./profiler.ts";
import { faultsOf, figuresTable, measureRounds } from "./rounds.ts";

const deckId = "alg-expressions";
const warmUpMs = 1000;
const maxRequests = 1_000_000;
/** More than one, because a first request may still fill a cache. */
const probes = 3;

/** A target by the path it asks for. */
interface Door {
  name: string;
  paths: readonly string[];
  status: number;
  /** Where a redirect has to lead. */
  location?: string;
  /** Whether the browser has been here before. */
  known: boolean;
}

function doors(linkPath: string): Door[] {
  const input = encodeURIComponent(JSON.stringify({ deckId }));
  const page = (name: string, path: string) => ({ name, paths: [path], status: 200, known: true });
  return [
    page("tRPC microDecks.list", "/trpc/microDecks.list"),
    page("tRPC microDecks.landing", `/trpc/microDecks.landing?input=${input}`),
    page("REST GET /api/decks", "/api/decks"),
    page("REST GET /api/fvm/:deckId", `/api/fvm/${deckId}`),
    page("page /", "/"),
    page("page /fvm/:deckId", `/fvm/${deckId}`),
    {
      name: "smart link, warm",
      paths: [linkPath],
      status: 302,
      location: `/fvm/${deckId}`,
      known: false,
    },
  ];
}

/** Database round trips of one request; throws BenchFault when an answer is not the expected one. */
async function probe(port: number, door: Door): Promise<number> {
  let roundTrips = 0;
  const browser = openBrowser(port);
  if (door.known) await browser.get("/");
  for (let i = 0; i < probes; i++) {
    const answer = await browser.get(door.paths[i % door.paths.length] ?? "/");
    const { location } = answer.headers;
    if (answer.status !== door.status || location !== door.location) {
      throw new BenchFault(`${door.name} answered ${answer.status} ${location ?? ""}`.trim());
    }
    roundTrips = answer.roundTrips ?? 0;
  }
  return roundTrips;
}

function targetOf(port: number, door: Door, cookies: string): Target {
  const headers = {
    "User-Agent": userAgent,
    Accept: "*/*",
    ...(door.known ? { Cookie: cookies } : {}),
  };
  const requests = door.paths.map((path) => requestBytes(path, { headers }));
  return { name: door.name, port, requests, status: door.status };
}

async function run({ options, openWorld, say }: BenchInput) {
  const connections = wholeNumber(options, "connections", { min: 1, max: 256 });
  const seconds = wholeNumber(options, "seconds", { min: 1, max: 60 });
  const rounds = wholeNumber(options, "rounds", { min: 1, max: 20 });
  const profiled = options["profile"] ?? "";
  const world = await openWorld({ inspect: profiled !== "" });
  const { server } = world;
  const all = doors(await createLinkPath(server.port));
  const roundTrips: Record<string, number> = {};
  for (const door of all) roundTrips[door.name] = await probe(server.port, door);
  const guest = openBrowser(server.port);
  await guest.get("/");
  const targets = all.map((door) => targetOf(server.port, door, guest.cookies()));
  const limits = { connections, durationMs: seconds * 1000, maxRequests };
  say(`Loading ${all.length + 1} routes: ${rounds} rounds of ${seconds} s.`);
  const figures = await measureRounds({
    baseline: baselineTarget(server.baselinePort),
    targets,
    rounds,
    limits,
    warmUpMs,
    serverCpuMs: server.cpuMs,
    afterLoad: server.deliverQueue,
  });
  const chosen = targets.filter(({ name }) => profiled !== "" && name.includes(profiled));
  const routes = figures.map((one) => ({ ...one, roundTrips: roundTrips[one.name] ?? null }));
  return {
    tables: [
      figuresTable("http", figures, roundTrips),
      ...(await profileTargets(world, chosen, limits)),
    ],
    figures: { connections, seconds, rounds, routes },
    faults: faultsOf(figures),
  };
}

/** The path of a link that a seeded student has just made. */
async function createLinkPath(port: number): Promise<string> {
  const inviter = openBrowser(port);
  await signIn(inviter, "student@demo.test");
  const { data } = await mutate(inviter, "smartLinks.create", {
    loop: "buddy_challenge",
    destination: "fvm.deck",
    params: { deckId },
  });
  return `/sl/${data["code"]}`;
}

function baselineTarget(port: number): Target {
  const requests = [requestBytes("/", { headers: { "User-Agent": userAgent } })];
  return { name: "baseline: bare Hono", port, requests, status: 200 };
}

/** Loads each once more, so that profiling disturbs no figure. */
async function profileTargets(
  { server, workerFolder }: World,
  targets: readonly Target[],
  limits: LoadLimits,
): Promise<Table[]> {
  const tables: Table[] = [];
  for (const target of targets) {
    const profile = await profileWhile(server.inspectorPort ?? 0, "app", () =>
      load(target, limits),
    );
    tables.push(profileTable(`profile: ${target.name}`, profile, workerFolder));
  }
  return tables;
}

export const bench: Bench = {
  about: "each kind of door next to a bare Hono route in the same workerd",
  options: {
    connections: { type: "string", default: "32" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    // Part of a route's name: prints where the time of such routes goes.
    profile: { type: "string", default: "" },
  },
  run,
};
