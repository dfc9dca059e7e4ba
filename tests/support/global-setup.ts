/** Before the tests in workerd: the built pages that the Worker imports, and a migrated database. */
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { buildApp } from "../../scripts/bundle/build-app.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabaseAddress } from "./worker-test-vars.ts";

declare module "vitest" {
  export interface ProvidedContext {
    database: TestDatabaseAddress;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildApp(fileURLToPath(new URL("../..", import.meta.url)));
  const { databaseUrl, proxyUrl, stop } = await createTestDatabase();
  project.provide("database", { databaseUrl, proxyUrl });
  return stop;
}
