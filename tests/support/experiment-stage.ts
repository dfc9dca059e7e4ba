/** What the tests of experiments share: an admin who makes them, and people who come across them. */
import { afterAll, beforeAll } from "vitest";
import { createDb } from "#db/client.ts";
import { createCaller } from "#workers/app-router.ts";
import { reactions, subscriptions } from "#workers/event-handlers.ts";
import type { Member } from "#workers/platform/actor.ts";
import type { FlagMemory } from "#workers/platform/flags.ts";
import { createFakeKv } from "./fake-kv.ts";
import { latest } from "./latest.ts";
import { createTestBrowser } from "./test-browser.ts";
import { createTestClock, createTestContext, type TestContextOptions } from "./test-context.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";
import { insertMember } from "./test-people.ts";

export const minuteMs = 60_000;

export type ExperimentStage = Awaited<ReturnType<typeof createExperimentStage>>;

/** One isolate: everybody shares its memory of the flags, its KV and its clock. */
async function createExperimentStage(database: TestDatabase) {
  const clock = createTestClock();
  const kv = createFakeKv(clock.now);
  const flagMemory: FlagMemory = { held: null, readAt: 0 };
  const shared: TestContextOptions = {
    database,
    clock,
    kv,
    flagMemory,
    subscriptions,
    reactions: { experiments: reactions["experiments"] ?? (async () => {}) },
  };
  const db = createDb(database);
  const admin = await insertMember(db, clock.now(), { role: "admin", persona: "tutor" });
  return {
    clock,
    kv,
    db,
    admin,
    flagMemory,
    /** A context of its own, such as that of another request. */
    context: (more: Partial<TestContextOptions> = {}) => createTestContext({ ...shared, ...more }),
    caller(actor?: Member) {
      return createCaller(createTestContext({ ...shared, ...(actor ? { actor } : {}) }).ctx);
    },
    browser: () => createTestBrowser(shared),
    asAdmin: () => createCaller(createTestContext({ ...shared, actor: admin }).ctx),
  };
}

/** One stage and one database for all tests of a file. */
export function stageExperiments(): ExperimentStage {
  let database: TestDatabase;
  let stage: ExperimentStage;
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await createExperimentStage(database);
  });
  afterAll(() => database?.stop());
  return latest(() => stage);
}

/** A draft with two halves, and whatever `change` says. */
export function draftOf(key: string, change: Record<string, unknown> = {}) {
  return {
    key,
    hypothesis: "A warmer word brings more people to a first value.",
    primaryMetric: "fvm_reached" as const,
    variants: [
      { key: "control", weightBp: 5_000 },
      { key: "warm", weightBp: 5_000 },
    ],
    ...change,
  };
}

/** Creates and starts it. */
export async function startExperiment(
  stage: ExperimentStage,
  key: string,
  change: Record<string, unknown> = {},
) {
  const admin = stage.asAdmin();
  await admin.experiments.create(draftOf(key, change));
  return admin.experiments.start({ key, version: 1 });
}
