/** The whole service on this machine: data folder, database, Worker and cron. */
import { join } from "node:path";
import type { Closers } from "./closers.ts";
import { claimDataFolder } from "./data-folder.ts";
import { migrateServerDatabase, openServerDatabase, seedServerDatabase } from "./database.ts";
import { requireFreePort } from "./free-port.ts";
import { startMinuteCron } from "./minute-cron.ts";
import { type LocalRuntime, startRuntime } from "./runtime.ts";
import { localSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export interface LocalServerParts {
  root: string;
  settings: Settings;
  /** Where the Worker listens, when that is not where people see it (`npm run dev`). */
  workerPort?: number;
  build(): Promise<{ workerDir: string; version: string }>;
  closers: Closers;
  say(line: string): void;
}

/** How long a port may stay taken by what a killed server left to its sentinel. */
const crashPatienceMs = 5000;

/** Starts everything; what was opened is in `closers`, also when this throws. */
export async function startLocalServer(
  parts: LocalServerParts,
): Promise<{ url: string; runtime: LocalRuntime }> {
  const { root, settings, closers, say } = parts;
  const url = `http://localhost:${settings.port}`;
  const folder = claimDataFolder(settings.dataDir);
  closers.add(folder.release);
  await requireFreePort(settings.port, folder.afterCrash ? crashPatienceMs : 0);
  const [{ workerDir, version }, vars] = await Promise.all([
    parts.build(),
    prepareDatabase(parts, url),
  ]);
  say("Starting the Worker.");
  const runtime = await startRuntime({
    root,
    port: parts.workerPort ?? settings.port,
    workerDir,
    persistTo: join(settings.dataDir, "worker"),
    vars: { ...vars, APP_ENV: "local", APP_URL: url, APP_VERSION: version },
  });
  closers.add(runtime.stop);
  closers.add(startMinuteCron(runtime, say));
  return { url, runtime };
}

/** Opens, migrates and seeds; answers with the Worker's secrets and where its database is. */
async function prepareDatabase(
  parts: LocalServerParts,
  appUrl: string,
): Promise<Record<string, string>> {
  const { settings, say } = parts;
  const database = await openServerDatabase(parts);
  await migrateServerDatabase(database, parts);
  // Made only now: a start that fails leaves nothing in a new folder.
  const secrets = { ...localSecrets(settings.dataDir), ...settings.workerVars };
  const { seed } = settings;
  if (seed !== "none") await seedServerDatabase(database, seed, { appUrl, secrets, say });
  return {
    ...secrets,
    DATABASE_URL: database.databaseUrl,
    ...(database.proxyUrl ? { DATABASE_PROXY_URL: database.proxyUrl } : {}),
  };
}
