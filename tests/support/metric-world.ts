/** A small, tangled world of events: few people, many ties, so that every rule of the metrics is met. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Id, newId, toUuid } from "#shared/ids.ts";
import { loops, personas, subjects } from "#shared/vocabulary.ts";
import { randomStream } from "#workers/features/metrics/random-stream.ts";

export interface WorldEvent {
  id: Id<"evt">;
  name: string;
  at: number;
  visitorId: Id<"vis">;
  inviterVisitorId: Id<"vis"> | null;
  linkId: Id<"link"> | null;
  loop: string | null;
  props: Record<string, unknown>;
}

/** Everything by the seed, over `days` days from `startMs` on. */
export function createMetricWorld(seed: number, startMs: number, days: number) {
  const random = randomStream(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const visitors = Array.from({ length: 40 }, () => newId("vis", startMs));
  const links = Array.from({ length: 30 }, () => ({
    id: newId("link", startMs),
    loop: pick(loops),
    by: pick(visitors),
  }));
  const hasty = new Set(visitors.slice(0, 8));
  const moment = () => startMs + below(days * 24 * 60) * 60_000;

  function makeEvent(): WorldEvent {
    const at = moment();
    const link = pick(links);
    const base = {
      id: newId("evt", at),
      at,
      visitorId: pick(visitors),
      linkId: null,
      inviterVisitorId: null,
      loop: null,
      props: {},
    };
    switch (below(9)) {
      case 0:
      case 1:
        return {
          ...base,
          name: "deck.completed",
          props: { subject: pick(subjects), flagged: hasty.has(base.visitorId) || random() < 0.2 },
        };
      case 2:
        return {
          ...base,
          name: "invite.sent",
          visitorId: link.by,
          linkId: link.id,
          loop: link.loop,
        };
      case 3:
        return {
          ...base,
          name: "invite.opened",
          linkId: link.id,
          loop: link.loop,
          props: { weak: false },
        };
      case 4:
        return { ...base, name: "invite.engaged", linkId: link.id, loop: link.loop };
      case 5:
      case 6: {
        const name = random() < 0.7 ? "invite.fvm" : "invite.joined";
        return { ...base, name, linkId: link.id, loop: link.loop, inviterVisitorId: link.by };
      }
      case 7:
        return pick([
          {
            ...base,
            name: "exp.exposed",
            props: { experimentKey: pick(["copy", "card"]), variant: pick(["a", "b"]), phase: 1 },
          },
          { ...base, name: "deck.started", props: {} },
          { ...base, name: "presence.session", props: {} },
        ]);
      default:
        return {
          ...base,
          name: pick(["reward.granted", "reward.reversed", "message.sent", "message.complained"]),
          loop: pick([...loops, null]),
          props: { unitCostCents: below(500) },
        };
    }
  }

  /** An invitee's way through the funnel, some minutes or days from step to step. */
  function makeWay(): WorldEvent[] {
    const link = pick(links);
    let at = moment();
    const about = { visitorId: pick(visitors), linkId: link.id, loop: link.loop, props: {} };
    return ["invite.sent", "invite.opened", "invite.engaged", "invite.fvm", "invite.joined"].map(
      (name) => {
        at += below(random() < 0.2 ? 12_000 : 200) * 60_000;
        const own = name === "invite.sent" ? { ...about, visitorId: link.by } : about;
        const inviterVisitorId = /fvm|joined/.test(name) ? link.by : null;
        return { ...own, id: newId("evt", at), name, at, inviterVisitorId };
      },
    );
  }

  const sittings = makeSittings(seed, visitors, { startMs, days });
  const makeEvents = (count: number): WorldEvent[] => [
    ...Array.from({ length: count }, () => (random() < 0.1 ? makeWay() : [makeEvent()])).flat(),
    ...Array.from({ length: Math.ceil(count / 8) }, sittings).flat(),
  ];

  return { random, below, pick, visitors, makeEvents, startMs };
}

/** Some hours of one visitor: in view again and again, and what was used meanwhile. */
function makeSittings(
  seed: number,
  visitors: readonly Id<"vis">[],
  span: { startMs: number; days: number },
): () => WorldEvent[] {
  const random = randomStream(seed + 1_000);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return () => {
    let at = span.startMs + below(span.days * 24 * 60) * 60_000;
    const visitorId = pick(visitors);
    const about = { visitorId, linkId: null, inviterVisitorId: null, loop: null };
    return Array.from({ length: 1 + below(6) }, () => {
      at += below(50) * 60_000;
      const [name, props] = pick<[string, Record<string, unknown>]>([
        ["presence.session", { durationMs: below(40) * 60_000 }],
        ["presence.session", { durationMs: 30_000 + below(60_000) }],
        ["surface.viewed", { surface: pick(["activity", "leaderboard"]) }],
        ["reaction.changed", { kind: null }],
        [pick(["nudge.sent", "push.sent"]), {}],
        [pick(["nudge.taken", "push.tapped"]), {}],
      ]);
      return { ...about, id: newId("evt", at), name, at, props };
    });
  };
}

/** Stores events as any writer does; one that is there already is left as it is. */
export async function storeEvents(db: Db, events: readonly WorldEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    ...{ name: event.name, loop: event.loop, props: event.props, id: toUuid(event.id) },
    ...{ visitor_id: toUuid(event.visitorId), at: new Date(event.at).toISOString() },
    day: new Date(Number.parseInt(toUuid(event.id).replaceAll("-", "").slice(0, 12), 16))
      .toISOString()
      .slice(0, 10),
    link_id: event.linkId && toUuid(event.linkId),
    inviter_visitor_id: event.inviterVisitorId && toUuid(event.inviterVisitorId),
  }));
  await db.execute(sql`insert into events (day, id, name, schema_version, occurred_at, received_at,
      visitor_id, loop, link_id, inviter_visitor_id, props)
    select day, id, name, 1, at, at, visitor_id, loop, link_id, inviter_visitor_id, props
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(day date, id uuid, name text,
      at timestamptz, visitor_id uuid, loop text, link_id uuid, inviter_visitor_id uuid, props jsonb)
    on conflict do nothing`);
}

/** Accounts over the world's visitors: some with a second browser, some in a family, some blocked. */
export async function changeAccounts(
  db: Db,
  world: ReturnType<typeof createMetricWorld>,
): Promise<void> {
  const { pick, random, visitors, startMs } = world;
  const at = new Date(startMs).toISOString();
  const first = toUuid(pick(visitors));
  const second = toUuid(pick(visitors));
  const id = toUuid(newId("user", startMs));
  await db.execute(sql`with made as (
      insert into users (id, visitor_id, name, email, persona, role, alias, guardian_state, created_at, updated_at)
      select ${id}, ${first}, 'Somebody', ${`${id}@people.test`}, ${pick(personas)}, 'student', ${id}, 'not_needed',
        ${at}::timestamptz, ${at}::timestamptz
      where not exists (select from visitors v where v.id = ${first} and v.user_id is not null)
      on conflict do nothing returning id)
    insert into visitors (id, user_id, created_at) select ${first}::uuid, id, ${at}::timestamptz from made
    on conflict (id) do update set user_id = excluded.user_id`);
  await db.execute(sql`insert into visitors (id, user_id, created_at)
    select ${second}::uuid, u.id, ${at}::timestamptz from users u where u.visitor_id = ${first}
      and not exists (select from users o where o.visitor_id = ${second})
    on conflict (id) do update set user_id = excluded.user_id`);
  if (random() < 0.3) {
    await db.execute(sql`update users set blocked_at = case when blocked_at is null then now() end
      where visitor_id = ${toUuid(pick(visitors))}`);
  }
  if (random() < 0.5) {
    await db.execute(sql`update users set guardian_id = (
        select id from users order by md5(id::text || ${id}) limit 1)
      where id = (select id from users order by md5(${id} || id::text) limit 1)`);
  }
}
