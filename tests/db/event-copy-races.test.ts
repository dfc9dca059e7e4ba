/** Copying and dropping beside others, on a PostgreSQL that really runs them side by side. */
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPool } from "#db/client.ts";
import { newId, toUuid } from "#shared/ids.ts";
import { type EventsApiServer, startEventsApi } from "#tests/support/events-api-server.ts";
import { raceDatabases } from "#tests/support/race-databases.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import type { TestDatabase } from "#tests/support/test-database.ts";
import { copyEvents } from "#workers/features/event-sink/copy-events.ts";

const postgres = raceDatabases.find(({ name }) => name === "PostgreSQL");

describe.skipIf(postgres?.missing !== null)("on PostgreSQL", () => {
  let database: TestDatabase;
  let api: EventsApiServer;
  let pool: ReturnType<typeof createPool>;
  beforeAll(async () => {
    if (!postgres) throw new Error("no such database");
    database = await postgres.open();
    api = await startEventsApi();
    pool = createPool(database);
  });
  afterAll(async () => {
    await pool?.end();
    await api?.stop();
    await database?.stop();
  });

  const context = () =>
    createTestContext({
      database,
      config: { TINYBIRD_TOKEN: api.token, TINYBIRD_URL: api.url },
    }).ctx;
  const insert = (id: string) =>
    `insert into events (day, id, name, schema_version, occurred_at, received_at, visitor_id, props)
      values (current_date, '${id}', 'presence.session', 1, now(), now(), '${id}', '{}')`;
  const newEvent = () => toUuid(newId("evt", Date.now()));
  const copied = () => [...api.kept().keys()].sort();

  /** A transaction that has stored an event and goes on until `commit`. */
  async function beginStoring(id: string) {
    const client = await pool.connect();
    await client.query("begin");
    await client.query(insert(id));
    return async () => {
      await client.query("commit");
      client.release();
    };
  }

  it("misses nothing of who was just storing when copying was switched on, and nobody else waits long", async () => {
    const ids = [newEvent(), newEvent()].sort();
    const commit = await beginStoring(ids[0] ?? "");
    const switching = copyEvents(context());
    await sleep(300);
    // Without the wait this run would copy all history, but the event that is not committed yet.
    const next = copyEvents(context());
    await sleep(300);
    await commit();
    expect(await Promise.all([switching, next])).toEqual([
      { status: "waiting" },
      { status: "waiting" },
    ]);
    await pool.query(insert(ids[1] ?? ""));
    await copyEvents(context());
    expect(copied()).toEqual(ids);
  });

  it("misses nothing that was stored before others and committed after they were copied", async () => {
    const before = copied();
    const [early, later] = [newEvent(), newEvent()];
    const commit = await beginStoring(early);
    await pool.query(insert(later));
    await copyEvents(context());
    expect(copied()).toEqual([...before, later].sort());
    await commit();
    await copyEvents(context());
    expect(copied()).toEqual([...before, early, later].sort());
  });

  it("copies by one run at a time, however many begin at once", async () => {
    for (let i = 0; i < 20; i++) await pool.query(insert(newEvent()));
    const sent = api.taken().length;
    const runs = await Promise.all(Array.from({ length: 5 }, () => copyEvents(context())));
    expect(runs.filter(({ status }) => status === "copied")).toHaveLength(1);
    expect(api.taken()).toHaveLength(sent + 20);
  });

  it("rather leaves a month for another night than lets those who write wait for a long reading", async () => {
    const { db } = context();
    await db.execute(sql`select make_event_partitions('2020-01-01', '2020-01-31')`);
    await db.execute(sql`insert into metric_seals (sealed_through) values ('2020-06-09')`);
    const drop = () =>
      db.execute(sql`select drop_event_partition('2020-01-01', '2020-06-09') as done`);
    const reader = await pool.connect();
    await reader.query("begin");
    await reader.query("select count(*) from events");
    const began = performance.now();
    const dropping = drop().then(
      () => "dropped",
      () => "left",
    );
    await sleep(200);
    await pool.query(insert(newEvent()));
    expect(await dropping).toBe("left");
    expect(performance.now() - began).toBeLessThan(10_000);
    await reader.query("commit");
    reader.release();
    expect((await drop()).rows).toEqual([{ done: true }]);
  });
});
