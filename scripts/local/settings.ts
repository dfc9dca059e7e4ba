/** The settings of a local server, from the environment and the optional file `.env`. */
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { parseEnv } from "node:util";
import { eventSettingFaults } from "#workers/platform/event-settings.ts";
import type { Seed } from "../seed/seed-demo.ts";
import { StartFault } from "./start-fault.ts";

const seeds = ["demo", "people", "none"] as const satisfies readonly (Seed | "none")[];
const isSeed = (text: string): text is (typeof seeds)[number] =>
  (seeds as readonly string[]).includes(text);

export interface Settings {
  port: number;
  /** Absolute path of the folder that keeps everything between runs. */
  dataDir: string;
  seed: Seed | "none";
  /** A Postgres or Neon to use instead of the embedded database. */
  databaseUrl: string | null;
  /** Settings of the Worker that the person chose instead of what is made locally. */
  workerVars: Record<string, string>;
}

type Source = Record<string, string | undefined>;

/** What of the Worker's own settings may be set for a local run. */
const secretNames = ["AUTH_SECRET", "COOKIE_SECRET", "TICKET_SECRET", "LINK_CODE_SECRET"] as const;
const otherNames = [
  "LINK_SIGNING_KEYS",
  "ADMIN_SECOND_FACTOR",
  "REALTIME_SETTINGS",
  "METRICS_TOKEN",
  "EVENT_RETENTION_DAYS",
  "TINYBIRD_TOKEN",
  "TINYBIRD_URL",
] as const;

/** Every variable that a local server reads. */
export const settingNames = [
  ...["PORT", "DATA_DIR", "SEED", "DATABASE_URL"],
  ...secretNames,
  ...otherNames,
];

/** The environment over `.env`; a variable set to the empty text counts as not set. */
export function readSources(root: string, env: Source): Source {
  const path = join(root, ".env");
  const file = existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {};
  return { ...file, ...env };
}

/** The settings, or one sentence for each that is wrong. */
export function parseSettings(
  source: Source,
  root: string,
): { settings: Settings; faults: [] } | { settings: null; faults: string[] } {
  const faults: string[] = [];
  const value = (name: string) => source[name]?.trim() || null;
  const port = value("PORT") ?? "8787";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    faults.push(`PORT must be a whole number from 1 to 65535, not "${port}".`);
  }
  const seed = value("SEED") ?? "demo";
  if (!isSeed(seed)) faults.push(`SEED must be demo, people or none, not "${seed}".`);
  const databaseUrl = value("DATABASE_URL");
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) {
    faults.push("DATABASE_URL must look like postgres://user:password@host/database.");
  }
  const workerVars: Record<string, string> = {};
  for (const name of [...secretNames, ...otherNames]) {
    const given = value(name);
    if (given !== null) workerVars[name] = given;
  }
  for (const name of [...secretNames, "METRICS_TOKEN"]) {
    const given = workerVars[name];
    if (given && given.length < 32) faults.push(`${name} must have at least 32 characters.`);
  }
  const factor = workerVars["ADMIN_SECOND_FACTOR"] ?? "optional";
  if (factor !== "optional" && factor !== "required") {
    faults.push(`ADMIN_SECOND_FACTOR must be required or optional, not "${factor}".`);
  }
  for (const { name, must } of eventSettingFaults(workerVars)) faults.push(`${name} ${must}.`);
  if (faults.length > 0) return { settings: null, faults };
  const dir = value("DATA_DIR") ?? ".data";
  const settings: Settings = {
    port: Number(port),
    dataDir: isAbsolute(dir) ? dir : join(root, dir),
    seed: isSeed(seed) ? seed : "demo",
    databaseUrl,
    workerVars,
  };
  return { settings, faults: [] };
}

/** The settings of this process. Throws StartFault with a sentence for each that is wrong. */
export function requireSettings(root: string): Settings {
  const { settings, faults } = parseSettings(readSources(root, process.env), root);
  if (!settings) throw new StartFault(faults.join("\n"));
  return settings;
}

/** Two lines for somebody who has just started the server. */
export function whereToBegin(settings: Settings, url: string): string {
  const people = "student@demo.test, parent@demo.test, tutor@demo.test or admin@demo.test";
  const first =
    settings.seed !== "none" ? `Sign in as ${people}.` : "Join with any e-mail address.";
  return `  ${first}\n  The mail that is sent arrives at ${url}/dev/mail`;
}

function isPostgresUrl(text: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return false;
  return new URL(text).hostname !== "";
}
