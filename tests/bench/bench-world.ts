/** What a bench measures: the production build, served, on a database with the demo in it. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildResult, buildApp } from "../../scripts/bundle/build-app.ts";
import type { Closers } from "../../scripts/local/closers.ts";
import { findFreePort } from "../../scripts/local/free-port.ts";
import { seedDemo } from "../../scripts/seed/seed-demo.ts";
import { type BenchDatabase, startBenchDatabase } from "./bench-database.ts";
import type { BenchServer } from "./bench-server.ts";
import type { DatabaseKind } from "./database-kind.ts";
import { serveByMiniflare } from "./serve-by-miniflare.ts";
import { serveByWorkerd } from "./serve-by-workerd.ts";

export interface WorldOptions {
  database: DatabaseKind;
  /** Miniflare for what needs a real queue broker; bare workerd otherwise. */
  serveBy?: "workerd" | "miniflare";
  /** Opens the inspector, for a CPU profile. */
  inspect?: boolean;
  probe?: boolean;
  /** Puts something between the Worker and its database: from the address to another one. */
  databaseDoor?(proxyUrl: string): Promise<string>;
  /** Further settings of the Worker. */
  vars?: Readonly<Record<string, string>>;
}

export interface World {
  /** The folder of the bundled Worker, with its source maps. */
  workerFolder: string;
  appUrl: string;
  /** Signs tickets. */
  ticketSecret: string;
  server: BenchServer;
  database: BenchDatabase;
  /** What the bundle weighs, in bytes of gzip, and how long workerd takes to load it. */
  build: { entryGzBytes: number; totalGzBytes: number; startupMs: number | null };
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const secret = () => randomBytes(32).toString("base64url");

/** Everything it opens is in `closers`. */
export async function openWorld(
  options: WorldOptions,
  closers: Closers,
  say: (line: string) => void,
): Promise<World> {
  const build = await buildApp(root, { measure: true, say });
  const port = await findFreePort();
  const appUrl = `http://localhost:${port}`;
  const database = await startBenchDatabase(options.database, closers);
  const { databaseUrl, proxyUrl } = database;
  const secrets = {
    AUTH_SECRET: secret(),
    COOKIE_SECRET: secret(),
    TICKET_SECRET: secret(),
    LINK_CODE_SECRET: secret(),
    LINK_SIGNING_KEYS: `k1:${secret()}`,
  };
  await seedDemo({ databaseUrl, proxyUrl, appUrl, secrets }, "people");
  const serve = options.serveBy === "miniflare" ? serveByMiniflare : serveByWorkerd;
  const server = await serve({
    root,
    port,
    closers,
    inspect: options.inspect ?? false,
    probe: options.probe ?? false,
    vars: {
      ...secrets,
      // Only a local Worker tells its round trips and keeps its mail in a mailbox.
      APP_ENV: "local",
      APP_URL: appUrl,
      APP_VERSION: "bench",
      DATABASE_URL: databaseUrl,
      DATABASE_PROXY_URL: (await options.databaseDoor?.(proxyUrl)) ?? proxyUrl,
      ...options.vars,
    },
  });
  // As `npm start` does: the rooms hear of what the seed did.
  await server.runScheduled();
  say(`Serving the production build by ${server.runtime} on ${database.name}.`);
  return {
    workerFolder: join(root, "build/worker"),
    appUrl,
    ticketSecret: secrets.TICKET_SECRET,
    server,
    database,
    build: sizesOf(build),
  };
}

function sizesOf({ size, startupMs }: BuildResult): World["build"] {
  const rounded = startupMs === null ? null : Math.round(startupMs);
  return { entryGzBytes: size.entry, totalGzBytes: size.total, startupMs: rounded };
}
