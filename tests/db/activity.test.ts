/** The activity feed on a real database: one row an event, who sees what, told rooms. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DomainEvent, EventName, EventProps } from "#shared/events.ts";
import { toUuid } from "#shared/ids.ts";
import { createCohortStage, probeRooms } from "#tests/support/cohort-stage.ts";
import { createFeedWalk, type FeedInput } from "#tests/support/feed-walk.ts";
import { activityIdOf } from "#workers/features/activity/activity-writes.repo.ts";
import type { Member } from "#workers/platform/actor.ts";

const stage = createCohortStage();
const { context, db, join, makeCohort, completed } = stage;
const { feedAs, walk, told } = createFeedWalk(stage);
beforeAll(stage.start);
afterAll(stage.stop);

const deck = () => ({
  runId: context().ctx.ids.next("run"),
  deckId: "alg-linear",
  subject: "algebra" as const,
});

function fact<N extends EventName>(name: N, who: Member, props: EventProps<N>): DomainEvent {
  return context().ctx.events.fact(name as never, { ...who, props: props as never });
}

describe("each type of activity event", () => {
  const won = (who: Member, winner: Member) =>
    fact("challenge.decided", who, {
      ...{ ...deck(), inviterId: winner.userId, winner: "inviter" },
      ...{ inviterScore: 5, inviteeScore: 4, total: 5 },
    });
  const run = { score: 4, total: 5, durationMs: 60_000 };
  const weekly = { subject: "algebra", period: "weekly", periodStart: "2026-11-16" } as const;
  const producers: [string, (who: Member, other: Member, cohort: { id: string }) => DomainEvent][] =
    [
      ["quiz_completed", (who) => completed(who)],
      ["high_score", (who) => fact("best.beaten", who, { ...deck(), ...run })],
      [
        "achievement_unlocked",
        (who) => fact("achievement.unlocked", who, { achievement: "first_deck" }),
      ],
      ["streak_milestone", (who) => fact("streak.reached", who, { days: 30 })],
      ["level_up", (who) => fact("level.reached", who, { level: 3 })],
      ["leaderboard_rank", (who) => fact("rank.reached", who, { ...weekly, top: 10 })],
      ["challenge_won", (who, other) => won(other, who)],
      [
        "friend_joined",
        (who, _, { id }) =>
          fact("cohort.joined", who, { cohortId: id as `coh_${string}`, subject: "algebra" }),
      ],
    ];

  it.each(producers)(
    "%s is one row of twenty deliveries, told to its rooms",
    async (type, make) => {
      const [who, other] = [await join(), await join()];
      const cohort = await makeCohort("algebra", [who]);
      const event = make(who, other, cohort);
      const rooms = probeRooms();
      await Promise.all(Array.from({ length: 20 }, () => told(event, rooms)));
      const scope = { scope: "cohort", slug: cohort.slug } as const;
      const items = await walk(who, { ...scope, type } as FeedInput);
      expect(items).toMatchObject([{ type, alias: who.alias, you: true }]);
      const here = rooms.told.filter(({ name }) => name === cohort.slug);
      expect(new Set(here.flatMap((one) => one.items.map(({ id }) => id)))).toEqual(
        new Set([items[0]?.id]),
      );
      const global = await walk(other, { scope: "global", type } as FeedInput);
      const isPublic = type !== "friend_joined";
      expect(global.some(({ id }) => id === items[0]?.id)).toBe(isPublic);
      expect(rooms.told.some(({ name }) => name === "lobby")).toBe(isPublic);
    },
  );
});

describe("where it stands", () => {
  it("is each cohort of its subject the person is in, its subject's people and the lobby", async () => {
    const who = await join();
    const [one, two] = [await makeCohort("algebra", [who]), await makeCohort("algebra", [who])];
    await makeCohort("geometry", [who]);
    await makeCohort("algebra");
    const rooms = await told(completed(who));
    const places = rooms.map(({ kind, name }) => `${kind} ${name}`).sort();
    expect(places).toEqual(
      [
        `COHORT_ROOM ${one.slug}`,
        `COHORT_ROOM ${two.slug}`,
        "PRESENCE_ROOT algebra",
        "PRESENCE_ROOT lobby",
      ].sort(),
    );
    expect(JSON.stringify(rooms)).not.toMatch(/(user|vis)_/);
    const handles = new Set(rooms.flatMap(({ items }) => items.map(({ handle }) => handle)));
    expect(handles.size).toBe(4);
    expect(new Set(rooms.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(1);
  });

  it("is told later, the same item, when a room was away", async () => {
    const who = await join();
    const rooms = probeRooms();
    const event = completed(who);
    rooms.state.away = true;
    await expect(told(event, rooms)).rejects.toThrow("away");
    rooms.state.away = false;
    await told(event, rooms);
    const [item] = await walk(who, { scope: "mine" });
    expect(item).toMatchObject({ id: rooms.told[0]?.items[0]?.id, props: { score: 4, total: 5 } });
  });

  it("is nowhere for a held run, and for guests", async () => {
    const who = await join();
    expect(await told(completed(who, { flagged: true }))).toEqual([]);
    expect(await told({ ...completed(who), userId: null })).toEqual([]);
    expect(await walk(who, { scope: "mine" })).toEqual([]);
  });
});

describe("who sees it", () => {
  async function world() {
    const [actor, member, stranger] = [await join(), await join(), await join()];
    const waiting = await join({ guardianState: "pending", minor: true });
    const cohort = await makeCohort("physics", [actor, member, waiting]);
    const open = completed(actor, { subject: "physics" });
    const { id: cohortId } = cohort;
    const within = fact("cohort.joined", actor, { cohortId, subject: "physics" });
    await told(open);
    await told(within);
    await db().execute(sql`update users set invisible = true where id = ${toUuid(actor.userId)}`);
    const secret = completed(actor, { subject: "physics" });
    const rooms = await told(secret);
    expect(rooms).toEqual([]);
    const ids = { open, within, secret };
    const guest = context().ctx.actor;
    return { people: { actor, member, stranger, waiting, guest }, cohort, ids };
  }

  it("is decided by visibility, place and person, for reading and for reacting alike", async () => {
    const { people, cohort, ids } = await world();
    const scopes: Record<string, FeedInput> = {
      global: { scope: "global" },
      subject: { scope: "subject", subject: "physics" },
      cohort: { scope: "cohort", slug: cohort.slug },
      mine: { scope: "mine" },
    };
    const seen: Record<string, string> = {};
    for (const [who, person] of Object.entries(people)) {
      for (const [name, scope] of Object.entries(scopes)) {
        const items = await walk(person, scope).catch((error) => error.code as string);
        const names = Object.entries(ids).filter(
          ([, { eventId }]) =>
            typeof items !== "string" && items.some(({ id }) => id === activityIdOf(eventId)),
        );
        seen[`${who} ${name}`] =
          typeof items === "string" ? items : names.map(([one]) => one).join();
      }
      const reacted: string[] = [];
      for (const [name, { eventId }] of Object.entries(ids)) {
        const react = feedAs(person).react({ id: activityIdOf(eventId), kind: "clap" });
        await react.then(() => reacted.push(name)).catch((error) => reacted.push(error.code));
      }
      seen[`${who} reacts`] = [...new Set(reacted)].join();
    }
    expect(seen).toEqual({
      "actor global": "open",
      "actor subject": "open",
      "actor cohort": "open,within",
      "actor mine": "open,within,secret",
      "actor reacts": "open,within,secret",
      "member global": "open",
      "member subject": "open",
      "member cohort": "open,within",
      "member mine": "",
      "member reacts": "open,within,NOT_FOUND",
      "stranger global": "open",
      "stranger subject": "open",
      "stranger cohort": "open",
      "stranger mine": "",
      "stranger reacts": "open,NOT_FOUND",
      "waiting global": "open",
      "waiting subject": "open",
      "waiting cohort": "FORBIDDEN",
      "waiting mine": "",
      "waiting reacts": "FORBIDDEN",
      "guest global": "open",
      "guest subject": "open",
      "guest cohort": "UNAUTHORIZED",
      "guest mine": "UNAUTHORIZED",
      "guest reacts": "UNAUTHORIZED",
    });
  });

  it("is nobody while a guardian has not answered: then the joining is told, and nothing before it", async () => {
    const [child, other] = [await join({ guardianState: "pending", minor: true }), await join()];
    const cohort = await makeCohort("reading", [child, other]);
    const joined = fact("cohort.joined", child, { cohortId: cohort.id, subject: "reading" });
    expect(await told(joined)).toEqual([]);
    expect(await told(completed(child, { subject: "reading" }))).toEqual([]);
    const scope = { scope: "cohort", slug: cohort.slug } as const;
    expect(await walk(other, scope)).toEqual([]);
    await db().execute(sql`update users set guardian_state = 'consented'
      where id = ${toUuid(child.userId)}`);
    const rooms = await told(fact("person.admitted", child, {}));
    expect(rooms).toMatchObject([{ name: cohort.slug, items: [{ type: "friend_joined" }] }]);
    expect((await walk(other, scope)).map(({ type }) => type)).toEqual(["friend_joined"]);
    expect(await walk(other, { scope: "subject", subject: "reading" })).toEqual([]);
  });

  it("is nobody once an operator has blocked the person, who cannot react either", async () => {
    const [blocked, other] = [await join(), await join()];
    const [event, theirs] = [
      completed(blocked, { subject: "vocabulary" }),
      completed(other, { subject: "vocabulary" }),
    ];
    await told(event);
    await told(theirs);
    await db().execute(
      sql`update users set blocked_at = now() where id = ${toUuid(blocked.userId)}`,
    );
    expect(await told(completed(blocked, { subject: "vocabulary" }))).toEqual([]);
    const items = await walk(other, { scope: "subject", subject: "vocabulary" });
    expect(items.map(({ alias }) => alias)).toEqual([other.alias]);
    const react = feedAs(blocked).react({ id: activityIdOf(theirs.eventId), kind: "star" });
    await expect(react).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
