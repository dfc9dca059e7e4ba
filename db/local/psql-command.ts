/** `npm run db:psql`, with any of psql's own arguments after `--`. */
import { spawn, spawnSync } from "node:child_process";
import { databaseSettings } from "#db/local/database-settings.ts";
import { LocalDatabaseError } from "#db/local/errors.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";

// Somebody who types by hand thinks longer than a program does.
const TYPING_MS = 30 * 60_000;

await runCommand(async () => {
  if (spawnSync("psql", ["--version"], { stdio: "ignore" }).error) {
    throw new LocalDatabaseError(
      "psql is not installed: apt-get install postgresql-client, or brew install libpq.",
    );
  }
  const settings = databaseSettings(process.env);
  if (settings.kind !== "embedded") return runPsql(settings.databaseUrl);
  const database = await openDatabase(process.env, { tcpPort: 0, idleTransactionMs: TYPING_MS });
  try {
    if (database.tcpPort === undefined) {
      throw new LocalDatabaseError(
        "The running local database has no TCP port: stop it, then npm run db:psql.",
      );
    }
    return await runPsql(database.databaseUrl);
  } finally {
    await database.stop();
  }
});

// By the environment, not as an argument: arguments, and so the password, show in `ps`.
function runPsql(databaseUrl: string): Promise<number> {
  const url = new URL(databaseUrl);
  const setting = (name: string) => url.searchParams.get(name) ?? undefined;
  const env = {
    ...process.env,
    PGHOST: url.hostname.replace(/^\[|\]$/g, ""),
    PGPORT: url.port || "5432",
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: setting("sslmode"),
    PGCHANNELBINDING: setting("channel_binding"),
    PGOPTIONS: setting("options"),
  };
  // Ctrl-C is psql's, to cancel a statement; this process has to outlive it.
  process.on("SIGINT", () => {});
  return new Promise((resolve, reject) => {
    const psql = spawn("psql", process.argv.slice(2), { stdio: "inherit", env });
    psql.on("error", reject);
    psql.on("close", (code) => resolve(code ?? 1));
  });
}
