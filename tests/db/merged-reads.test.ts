/** Reads that are merged into one round trip: the same answers, and nobody suffers from another. */
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { isRead, mergeReads, type Send } from "#db/merge-reads.ts";
import { users } from "#db/schema/people.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

function clients() {
  const roundTrips = { count: 0 };
  const merged = createDb({ ...database, roundTrips, mergeReads: true });
  return { merged, plain: createDb(database), roundTrips };
}

const number = (n: number) => sql`select ${n}::int as n, ${String(n)} as text, now() is null as f`;

describe("merged reads", () => {
  it("cost one round trip and answer exactly what each answers alone", async () => {
    const { merged, plain, roundTrips } = clients();
    const member = await insertMember(plain, Date.now());
    const ask = (db: typeof plain) =>
      Promise.all([
        db.execute(number(1)),
        db.select().from(users).where(eq(users.alias, member.alias)),
        db.select({ id: users.id, at: users.createdAt }).from(users).where(sql`false`),
        db.execute(sql`with two as (select 2 as n) select n, null as nothing from two`),
      ]);
    const answers = await ask(merged);
    expect(roundTrips.count).toBe(1);
    expect(answers).toEqual(await ask(plain));
    expect(answers[1]).toHaveLength(1);
  });

  it("are merged although one asks a few steps later than another", async () => {
    const { merged, roundTrips } = clients();
    const later = async () => {
      for (let i = 0; i < 50; i++) await null;
      return merged.execute(number(2));
    };
    const [one, two] = await Promise.all([merged.execute(number(1)), later()]);
    expect([one.rows[0]?.["n"], two.rows[0]?.["n"]]).toEqual([1, 2]);
    expect(roundTrips.count).toBe(1);
  });

  it("do not fail with the one among them that fails, which says its own error", async () => {
    const { merged } = clients();
    const [one, broken, two] = await Promise.allSettled([
      merged.execute(number(1)),
      merged.execute(sql`select 1 / 0`),
      merged.execute(number(2)),
    ]);
    expect(one).toMatchObject({ status: "fulfilled", value: { rows: [{ n: 1 }] } });
    expect(two).toMatchObject({ status: "fulfilled", value: { rows: [{ n: 2 }] } });
    const reason = (broken as PromiseRejectedResult).reason;
    expect(reason).toMatchObject({ cause: { code: "22012" } });
  });

  it("leave writes alone, also one that hides in a function or behind a read", async () => {
    const { merged, plain, roundTrips } = clients();
    await plain.execute(sql`create table merge_probe (n int)`);
    await plain.execute(sql`create function merge_probe_add(n int) returns int language sql
      as 'insert into merge_probe values ($1) returning n'`);
    await Promise.all([
      merged.execute(number(1)),
      merged.execute(sql`insert into merge_probe values (1)`),
      merged.execute(sql`with new as (insert into merge_probe values (2) returning n) table new`),
      merged.execute(sql`select merge_probe_add(3)`),
    ]);
    const { rows } = await plain.execute(sql`select n from merge_probe order by n`);
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    // Two writes, one refused batch, and its two statements again.
    expect(roundTrips.count).toBe(5);
  });
});

describe("mergeReads", () => {
  it("tells each statement of a line that fails, and holds nothing back", async () => {
    const refused: Send = async () => {
      throw new TypeError("no line");
    };
    const send = mergeReads(refused);
    const body = JSON.stringify({ query: "select 1", params: [] });
    const asked = [send("http://db", { body }), send("http://db", { body })];
    for (const one of await Promise.allSettled(asked)) {
      expect(one).toMatchObject({ status: "rejected", reason: { message: "no line" } });
    }
  });

  it("takes only a single statement that begins as a read does", () => {
    const body = (query: string) => JSON.stringify({ query, params: [] });
    expect(isRead(body("select 1"))).toBe(true);
    expect(isRead(body("\n  WITH a as (select 1) select * from a"))).toBe(true);
    expect(isRead(body("insert into a select 1"))).toBe(false);
    expect(isRead(body("select * from a for update"))).toBe(false);
    expect(isRead(body("with a as (delete from b returning *) select * from a"))).toBe(false);
    expect(isRead(JSON.stringify({ queries: [{ query: "select 1" }] }))).toBe(false);
    expect(isRead(undefined)).toBe(false);
  });
});
