/** A Worker on bare workerd whose secrets the attacker's judge knows, and an inviter with a link. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "#shared/ids.ts";
import type { Member } from "#workers/platform/actor.ts";
import { buildApp } from "../../scripts/bundle/build-app.ts";
import type { Closers } from "../../scripts/local/closers.ts";
import { findFreePort } from "../../scripts/local/free-port.ts";
import { type BenchDatabase, startBenchDatabase } from "../bench/bench-database.ts";
import type { BenchServer } from "../bench/bench-server.ts";
import { serveByWorkerd } from "../bench/serve-by-workerd.ts";
import { insertMember } from "../support/test-people.ts";
import { insertRecords, makeRecord, type StoredRecord } from "./link-rows.ts";

export interface AttackWorld {
  server: BenchServer;
  url: string;
  /** The folder of the bundled Worker, with its source maps. */
  workerFolder: string;
  database: BenchDatabase;
  secrets: { cookie: string; code: string; ring: { id: string; secret: string }[] };
  inviter: Member;
  /** A good link, in Postgres alone. */
  link: StoredRecord;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const secret = () => randomBytes(32).toString("base64url");

/** Everything it opens is in `closers`. */
export async function openAttackWorld(
  closers: Closers,
  { inspect = false } = {},
): Promise<AttackWorld> {
  await buildApp(root, { say: console.error });
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const database = await startBenchDatabase("embedded", closers);
  const secrets = { cookie: secret(), code: secret(), ring: [{ id: "k1", secret: secret() }] };
  const vars = {
    APP_ENV: "local",
    APP_URL: url,
    APP_VERSION: "attack",
    DATABASE_URL: database.databaseUrl,
    DATABASE_PROXY_URL: database.proxyUrl,
    AUTH_SECRET: secret(),
    COOKIE_SECRET: secrets.cookie,
    TICKET_SECRET: secret(),
    LINK_CODE_SECRET: secrets.code,
    LINK_SIGNING_KEYS: secrets.ring.map((key) => `${key.id}:${key.secret}`).join(","),
  };
  const server = await serveByWorkerd({ root, port, closers, vars, inspect });
  const inviter = await insertMember(database.db, Date.now() - 60_000);
  const link = makeRecord(secrets, inviter.userId, newId("link", Date.now()));
  await insertRecords(database.db, [link]);
  const workerFolder = join(root, "build/worker");
  return { server, url, workerFolder, database, secrets, inviter, link };
}
