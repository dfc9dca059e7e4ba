/** Reads raw events page by page, for the second route: plain rows, no counting in SQL. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { longestStretchDays } from "./definitions.ts";
import { RawHistory, type RawPeople } from "./raw-history.ts";

const pageSize = 10_000;

/** All events and who is who, sorted and ready to be counted. */
export async function readHistory(db: Db): Promise<RawHistory> {
  const history = new RawHistory(await readPeople(db));
  let after = { day: "-infinity", id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const { rows } = await db.execute(sql`select day::text as day, id, name, visitor_id,
        inviter_visitor_id, link_id, loop, props,
        (extract(epoch from occurred_at) * 1000)::float8 as at
      from events where (day, id) > (${after.day}::date, ${after.id}::uuid)
      order by day, id limit ${pageSize}`);
    for (const row of rows) {
      history.add({
        id: String(row["id"]),
        name: String(row["name"]),
        at: Number(row["at"]),
        visitorId: String(row["visitor_id"]),
        inviterVisitorId: textOrNull(row["inviter_visitor_id"]),
        linkId: textOrNull(row["link_id"]),
        loop: textOrNull(row["loop"]) as Loop | null,
        props: row["props"] as Record<string, unknown>,
      });
    }
    const last = rows[rows.length - 1];
    if (!last || rows.length < pageSize) break;
    after = { day: String(last["day"]), id: String(last["id"]) };
  }
  history.sort();
  return history;
}

async function readPeople(db: Db): Promise<RawPeople> {
  const [accounts, visitors, refusals, sealed, seal] = await db.batch([
    db.execute(sql`select id, visitor_id, persona, guardian_id, blocked_at from users`),
    db.execute(sql`select id, user_id from visitors where user_id is not null`),
    db.execute(sql`select inviter_id, loop, refusal,
        (extract(epoch from created_at) * 1000)::float8 as at
      from invite_credits where state = 'refused'`),
    db.execute(sql`select person_id, bot from metric_people p, metric_seals s
      where p.day <= s.sealed_through`),
    db.execute(sql`select sealed_through::text as day from metric_seals`),
  ]);
  return {
    accounts: accounts.rows.map((row) => ({
      id: String(row["id"]),
      visitorId: String(row["visitor_id"]),
      persona: String(row["persona"]),
      guardianId: textOrNull(row["guardian_id"]),
      blocked: row["blocked_at"] !== null,
    })),
    visitors: visitors.rows.map((row) => [String(row["id"]), String(row["user_id"])] as const),
    refusals: refusals.rows.map((row) => ({
      inviterId: String(row["inviter_id"]),
      loop: row["loop"] as Loop,
      refusal: String(row["refusal"]),
      at: Number(row["at"]),
    })),
    sealed: new Map(sealed.rows.map((row) => [String(row["person_id"]), row["bot"] === true])),
    sealedThrough: textOrNull(seal.rows[0]?.["day"]),
  };
}

const textOrNull = (value: unknown) => (typeof value === "string" ? value : null);

/** The stored buckets that are not sealed, all months, and what waits to be counted. */
export interface StoredRollups {
  intakes: Record<string, unknown>[];
  days: Record<string, unknown>[];
  engagement: Record<string, unknown>[];
  /** Of months with a day that is not sealed. `day` is the first day. */
  months: Record<string, unknown>[];
  /** Sealed intakes of those months, whose events may be gone. */
  sealed: Record<string, unknown>[];
  waiting: number;
}

export async function readStored(db: Db): Promise<StoredRollups> {
  const open = sql`day > coalesce((select sealed_through from metric_seals), '-infinity')`;
  const seal = sql`(select sealed_through from metric_seals)`;
  const [intakes, days, engagement, months, sealed, waiting] = await db.batch([
    db.execute(sql`select *, day::text as day from metric_buckets where ${open}`),
    db.execute(sql`select *, day::text as day from metric_daily where ${open}`),
    db.execute(sql`select *, day::text as day from metric_engagement
      where day - ${longestStretchDays}::int > coalesce(${seal}, '-infinity')`),
    db.execute(sql`select *, month::text as day from metric_months
      where (month + interval '1 month')::date - 1 > coalesce(${seal}, '-infinity')`),
    db.execute(sql`select *, day::text as day from metric_buckets
      where day between date_trunc('month', ${seal} + 1)::date and ${seal}`),
    db.execute(sql`select (select count(*) from metric_marks)::int
      + (select count(*) from metric_dirty)::int as n`),
  ]);
  return {
    ...{ intakes: intakes.rows, days: days.rows, engagement: engagement.rows },
    ...{ months: months.rows, sealed: sealed.rows },
    waiting: Number(waiting.rows[0]?.["n"]),
  };
}
