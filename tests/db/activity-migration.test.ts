/** The migration that made one feed of the cohorts' feeds keeps every line, where it was shown. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { migrate } from "#db/local/migrate.ts";
import { toUuid } from "#shared/ids.ts";
import { configOf, makeTestFolder, startBackend } from "#tests/support/local-database-stage.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { readFeed } from "#workers/features/activity/activity.repo.ts";

const { folder, remove } = makeTestFolder();
const { database, db } = await startBackend(undefined);
afterAll(async () => {
  await database.stop();
  remove();
});

it("joins the copies of one event, and shows them to the cohorts' members only", async () => {
  const migrations = fileURLToPath(new URL("../../db/migrations", import.meta.url));
  const migrationsFolder = join(folder, "before");
  cpSync(migrations, migrationsFolder, { recursive: true });
  const journalFile = join(migrationsFolder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8")) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex(({ tag }) => tag.endsWith("activity_feed"));
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  await migrate({ ...configOf(database), migrationsFolder });

  const now = Date.now();
  const { ctx } = createTestContext({ database: configOf(database) });
  const [who, stranger] = [await insertMember(db, now), await insertMember(db, now)];
  const event = toUuid(ctx.ids.next("evt"));
  for (const slug of ["one-1", "two-2"]) {
    const cohort = toUuid(ctx.ids.next("coh"));
    await db.execute(sql`insert into cohorts (id, slug, name, subject, created_at)
      values (${cohort}::uuid, ${slug}, ${slug}, 'algebra', now())`);
    await db.execute(sql`insert into cohort_members (cohort_id, user_id, joined_at)
      values (${cohort}::uuid, ${toUuid(who.userId)}::uuid, now())`);
    await db.execute(sql`insert into feed_items
        (id, cohort_id, type, actor_id, props, source_event_id, created_at)
      values (${toUuid(ctx.ids.next("feed"))}::uuid, ${cohort}::uuid, 'quiz_completed',
        ${toUuid(who.userId)}::uuid, '{"deckId":"alg-linear","score":4,"total":5}',
        ${event}::uuid, now())`);
  }
  await migrate(configOf(database));

  const page = { type: null, before: null, limit: 10 };
  const seen = async (viewer: typeof who, slug: string | null) => {
    const scope = slug ? ({ kind: "cohort", slug } as const) : ({ kind: "global" } as const);
    const rows = await readFeed(db, { ...page, scope, viewer: viewer.userId });
    return rows?.map(({ item }) => toUuid(item.id as `feed_${string}`));
  };
  for (const slug of ["one-1", "two-2"]) {
    expect(await seen(who, slug)).toEqual([event]);
    expect(await seen(stranger, slug)).toEqual([]);
  }
  expect(await seen(who, null)).toEqual([]);
  const { rows } = await db.execute(sql`select subject from activity_events`);
  expect(rows).toEqual([{ subject: "algebra" }]);
});
