/** Which database the environment asks for: the one place where that is decided. */
import { join } from "node:path";
import { parseUpstream } from "#db/local/upstream-address.ts";

/** The environment's variables that matter here. */
export interface DatabaseEnv {
  DATABASE_URL?: string | undefined;
  DATA_DIR?: string | undefined;
}

/** The database to use. */
export type DatabaseSettings =
  /** PGlite, in a folder. */
  | { kind: "embedded"; dataDir: string }
  /** Neon, spoken to directly. */
  | { kind: "neon"; databaseUrl: string }
  /** Any other PostgreSQL, behind the local server. */
  | { kind: "upstream"; databaseUrl: string };

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Reads DATABASE_URL, or else DATA_DIR (default `.data`). */
export function databaseSettings(env: DatabaseEnv): DatabaseSettings {
  const databaseUrl = env.DATABASE_URL?.trim();
  if (!databaseUrl) return { kind: "embedded", dataDir: join(env.DATA_DIR || ".data", "pglite") };
  const { host } = parseUpstream(databaseUrl);
  return { kind: host.endsWith(".neon.tech") ? "neon" : "upstream", databaseUrl };
}

/** Whether the database lives on this machine, so that destroying it harms nobody else. */
export function isOnThisMachine(settings: DatabaseSettings): boolean {
  if (settings.kind === "embedded") return true;
  return LOOPBACK.has(parseUpstream(settings.databaseUrl).host);
}
