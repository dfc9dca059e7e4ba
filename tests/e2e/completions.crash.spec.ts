/** kill -9 in the middle of 50 completions: what was acknowledged is there, counted once. */
import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { createDb, type Db } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { newId } from "#shared/ids.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import { tokenScopes } from "#shared/token-scopes.ts";
import type { Role } from "#shared/vocabulary.ts";
import { periods } from "#shared/vocabulary.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";

const deckId = "phy-motion";
const people = 50;

async function connect(server: RunningServer): Promise<{ db: Db; close(): Promise<void> }> {
  const database = await openDatabase({ DATA_DIR: server.dataDir });
  return { db: createDb(database), close: database.stop };
}

async function tokenOf(db: Db, role: Role): Promise<string> {
  const now = Date.now();
  const { userId } = await insertMember(db, now, { role });
  return issueAccessToken(db, {
    id: newId("pat", now),
    userId,
    name: "test",
    scopes: tokenScopes,
    now,
    days: 1,
  });
}

async function call<T>(server: RunningServer, token: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/api${path}`, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A person with five answers given, and nothing completed yet. */
async function prepare(server: RunningServer, db: Db): Promise<{ token: string; runId: string }> {
  const token = await tokenOf(db, "student");
  const { runId } = await call<{ runId: string }>(server, token, `/fvm/${deckId}/start`, {});
  for (const questionId of ["q1", "q2", "q3", "q4", "q5"]) {
    await call(server, token, `/fvm/${deckId}/answers`, { runId, questionId, choice: 1 });
  }
  return { token, runId };
}

async function inBatches<A, B>(items: readonly A[], size: number, work: (item: A) => Promise<B>) {
  const done: B[] = [];
  for (let i = 0; i < items.length; i += size) {
    done.push(...(await Promise.all(items.slice(i, i + size).map(work))));
  }
  return done;
}

async function count(db: Db, query: ReturnType<typeof sql>): Promise<number> {
  return Number((await db.execute(query)).rows[0]?.["n"]);
}

test("a kill -9 loses no acknowledged completion and counts none twice", async () => {
  test.setTimeout(300_000);
  let server = await startServer({ env: { SEED: "none" } });
  try {
    const first = await connect(server);
    const admin = await tokenOf(first.db, "admin");
    const runs = await inBatches(
      Array.from({ length: people }, (_, index) => index),
      10,
      () => prepare(server, first.db),
    );
    // Nobody answers five questions in a second: such runs would be held, not counted.
    await first.db.execute(sql`update deck_runs set started_at = started_at - interval '1 minute'`);

    const acknowledged: string[] = [];
    const crashed = server;
    let killed: Promise<unknown> | undefined;
    await Promise.allSettled(
      runs.map(async ({ token, runId }) => {
        await call(crashed, token, `/fvm/${deckId}/complete`, { runId });
        acknowledged.push(runId);
        if (acknowledged.length === 20) killed = crashed.kill("SIGKILL");
      }),
    );
    await killed;
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);

    server = await startServer({ env: { SEED: "none" }, dataDir: crashed.dataDir });
    const { url } = server;
    const { db, close } = await connect(server);
    const waiting = sql`select count(*)::int as n from event_deliveries where delivered_at is null`;
    // The sweep is asked for as soon as the dead server's leases may end, not once a minute.
    const afterSweep = async () => {
      await fetch(`${url}/cdn-cgi/local/scheduled`);
      return count(db, waiting);
    };
    await expect.poll(afterSweep, { timeout: 150_000, intervals: [2_000] }).toBe(0);

    const completed = await db.execute(sql`select r.id,
        (select count(*) from events e where e.name = 'deck.completed'
          and e.id = r.completed_event_id)::int as events,
        (select count(*) from points_entries p where p.source_event_id = r.completed_event_id)::int
          as entries
      from deck_runs r where r.completed_at is not null`);
    expect(completed.rows.length).toBeGreaterThanOrEqual(acknowledged.length);
    for (const row of completed.rows) expect(row).toMatchObject({ events: 1, entries: 1 });
    const { toUuid } = await import("#shared/ids.ts");
    const kept = new Set(completed.rows.map((row) => row["id"]));
    for (const runId of acknowledged) expect(kept.has(toUuid(runId as `run_${string}`))).toBe(true);
    expect(
      await count(db, sql`select count(*)::int as n from events where name = 'deck.completed'`),
    ).toBe(completed.rows.length);
    expect(
      await count(db, sql`select count(*)::int as n from events where name = 'fvm.reached'`),
    ).toBe(completed.rows.length);

    for (const period of periods) {
      const path = `/leaderboards/physics/${period}`;
      const board = await call<{ periodStart: string; players: number }>(server, admin, path);
      expect(board.players, boardName({ subject: "physics", period, ...board })).toBe(
        completed.rows.length,
      );
      const comparison = await call(server, admin, `${path}/${board.periodStart}/comparison`);
      expect(comparison).toMatchObject({ equal: true, room: { count: completed.rows.length } });
    }
    await close();
  } finally {
    await server.stop();
  }
});
