/** What Postgres must hold after N invitees went through the loop by one link. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

export interface Count {
  what: string;
  found: number;
  expected: number;
}

/** Deliveries that are neither done nor given up. */
export async function countWaitingDeliveries(db: Db): Promise<number> {
  const { rows } = await db.execute(sql`select count(*)::int as n from event_deliveries
    where delivered_at is null and dead_at is null`);
  return Number(rows[0]?.["n"]);
}

/** Credits, points and events of that link's invitees, each next to what it must be. */
export async function countLoop(db: Db, code: string, invitees: number): Promise<Count[]> {
  const answer = await db.execute(sql`with link as (select * from smart_links where code = ${code}),
    credits as (select c.* from invite_credits c join link on link.id = c.link_id),
    completed as (select e.* from events e join link on link.id = e.link_id
      where e.name = 'deck.completed'),
    entries as (select p.* from points_entries p join completed e on e.id = p.source_event_id)
    select
      (select count(*) from credits) as "credits",
      (select count(distinct invitee_visitor_id) from credits where state = 'fixed'
        and fvm_event_id is not null and joined_event_id is not null) as "credits fixed",
      (select joins from link) as "joins of the link",
      (select count(*) from entries) as "points entries",
      (select count(*) from entries where not held) as "points entries that count",
      (select count(*) from points_totals t join entries p using (visitor_id, subject)
        where t.period = 'all_time' and t.score = p.points) as "totals equal to their entry",
      (select count(*) from link_hits h join link on link.id = h.link_id) as "hits",
      (select count(*) from link_opens o join link on link.id = o.link_id) as "opens",
      (select count(*) from event_deliveries where dead_at is not null) as "dead deliveries"`);
  const events = await countEvents(db, code);
  const facts = ["deck.started", "deck.completed", "fvm.reached", "invite.fvm"];
  const named = [...facts, "person.joined", "invite.joined"].map((name) => ({
    what: `event ${name}`,
    found: events[name] ?? 0,
    expected: invitees,
  }));
  const rows = Object.entries(answer.rows[0] ?? {}).map(([what, found]) => ({
    what,
    found: Number(found),
    expected: what === "dead deliveries" ? 0 : invitees,
  }));
  return [...rows, ...named];
}

async function countEvents(db: Db, code: string): Promise<Record<string, number>> {
  const { rows } = await db.execute(sql`select e.name, count(*)::int as n from events e
    join smart_links l on l.id = e.link_id where l.code = ${code} group by e.name`);
  return Object.fromEntries(rows.map((row) => [String(row["name"]), Number(row["n"])]));
}

/** A sentence for each count that is not what it must be. */
export function wrongCounts(counts: readonly Count[]): string[] {
  return counts
    .filter(({ found, expected }) => found !== expected)
    .map(({ what, found, expected }) => `${what}: ${found} instead of ${expected}`);
}
