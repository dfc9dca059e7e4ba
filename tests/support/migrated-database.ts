/** Before the tests on Postgres: one migrated database, from which each file clones its own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";

/** Where test processes find it; they inherit the runner's environment. */
export const migratedDump = "MIGRATED_DUMP";

export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-migrated-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const local = await startLocalDatabase();
  try {
    const proxyUrl = `http://127.0.0.1:${local.httpPort}`;
    await migrate({ databaseUrl: local.connectionString, proxyUrl });
    const file = join(folder, "migrated.tar");
    writeFileSync(file, Buffer.from(await (await local.dump()).arrayBuffer()));
    process.env[migratedDump] = file;
    return remove;
  } catch (error) {
    remove();
    throw error;
  } finally {
    await local.stop();
  }
}
