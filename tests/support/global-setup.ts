/** Before the tests in workerd: the built pages that the Worker imports, and a migrated database. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { buildApp } from "../../scripts/bundle/build-app.ts";
import type { TestDatabaseAddress } from "./worker-test-vars.ts";

declare module "vitest" {
  export interface ProvidedContext {
    database: TestDatabaseAddress;
  }
}

/** The project's own module resolution is workerd's: PGlite needs Node's, so it has a process. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildApp(fileURLToPath(new URL("../..", import.meta.url)));
  const database = fork(fileURLToPath(new URL("test-database-process.ts", import.meta.url)));
  const failed = once(database, "exit").then(() => {
    throw new Error("the test database ended before it was ready");
  });
  const [address] = await Promise.race([once(database, "message"), failed]);
  failed.catch(() => {});
  project.provide("database", address as TestDatabaseAddress);
  return async () => {
    database.disconnect();
    await once(database, "exit");
  };
}
