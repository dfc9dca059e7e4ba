/** Cohorts on a real database: people, groups, events, and rooms that remember what they were told. */
import { sql } from "drizzle-orm";
import { cohortMembers, cohorts } from "#db/schema/cohorts.ts";
import type { DomainEvent } from "#shared/events.ts";
import { type CohortId, toUuid } from "#shared/ids.ts";
import type { ReactionNews } from "#shared/protocol/feed-room.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { activityReact } from "#workers/features/activity/activity.events.ts";
import { activityRouter } from "#workers/features/activity/activity.router.ts";
import type { ListedMember } from "#workers/features/cohorts/cohort.ts";
import { cohortsReact } from "#workers/features/cohorts/cohorts.events.ts";
import { cohortsRouter } from "#workers/features/cohorts/cohorts.router.ts";
import type { Member } from "#workers/platform/actor.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";
import { createTestClock, createTestContext, type TestContextOptions } from "./test-context.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";
import { insertMember } from "./test-people.ts";

const reactions = { activity: activityReact, cohorts: cohortsReact };
const subscriptions = {
  "cohort.joined": ["cohorts", "activity"],
  "reaction.changed": ["activity"],
};

export const callerOf = createCallerFactory(cohortsRouter);
export const feedCallerOf = createCallerFactory(activityRouter);

/** Rooms that remember what they were told, and may be away. */
export function probeRooms() {
  const told: { kind: string; name: string; items: FeedItem[] }[] = [];
  const enlisted: { name: string; members: ListedMember[] }[] = [];
  const reacted: { kind: string; name: string; news: ReactionNews[] }[] = [];
  const reseated: { name: string; handle: string; changedAt: number }[] = [];
  const state = { away: false };
  const rooms: Rooms = {
    get: <Api>(kind: string, name: string) =>
      ({
        async publish(items: FeedItem[]) {
          if (state.away) throw new Error("room is away");
          told.push({ kind, name, items });
        },
        async enlist(members: ListedMember[]) {
          if (state.away) throw new Error("room is away");
          enlisted.push({ name, members });
        },
        async react(news: ReactionNews[]) {
          if (state.away) throw new Error("room is away");
          reacted.push({ kind, name, news });
        },
        async reseat(handle: string, changedAt: number) {
          if (state.away) throw new Error("room is away");
          reseated.push({ name, handle, changedAt });
        },
      }) as Api,
  };
  return { rooms, told, enlisted, reacted, reseated, state };
}

/** Start it before the tests of a file, stop it after them. */
export function createCohortStage() {
  let database: TestDatabase;
  const start = async () => {
    database = await createTestDatabase();
  };
  const stop = async () => database?.stop();
  const clock = createTestClock();
  const context = (
    options: Pick<TestContextOptions, "rooms" | "reactions" | "subscriptions" | "kv"> & {
      actor?: Member;
    } = {},
  ) =>
    createTestContext({
      database,
      clock,
      reactions,
      subscriptions,
      rooms: probeRooms().rooms,
      ...options,
    });
  const db = () => context().ctx.db;
  const join = (change: Partial<Member> = {}) => insertMember(db(), clock.now(), change);

  let cohortCount = 0;
  async function makeCohort(subject: Subject, members: readonly Member[] = []) {
    const { ctx } = context();
    cohortCount += 1;
    const slug = `group-${cohortCount}`;
    const id: CohortId = ctx.ids.next("coh");
    const now = new Date(clock.now());
    await ctx.db.insert(cohorts).values({ id, slug, name: slug, subject, createdAt: now });
    for (const { userId } of members) {
      await ctx.db.insert(cohortMembers).values({ cohortId: id, userId, joinedAt: now });
    }
    return { id, slug, name: slug, subject };
  }

  async function countOf(cohortId: CohortId): Promise<number> {
    const { rows } = await db().execute(
      sql`select 1 from cohort_members where cohort_id = ${toUuid(cohortId)}`,
    );
    return rows.length;
  }

  function completed(
    who: Pick<Member, "visitorId" | "userId">,
    change: Partial<DomainEvent<"deck.completed">["props"]> = {},
  ) {
    const { ctx } = context();
    const run = { runId: ctx.ids.next("run"), deckId: "alg-linear", durationMs: 60_000 };
    const props = { ...run, subject: "algebra", score: 4, total: 5, flagged: false } as const;
    return ctx.events.fact("deck.completed", { ...who, props: { ...props, ...change } });
  }

  function inviteJoined(invitee: Member, inviterId: Member["userId"], subject?: Subject) {
    const { userId, visitorId } = invitee;
    const props = { inviterId, ...(subject ? { subject } : {}) };
    const loop = "buddy_challenge";
    return context().ctx.events.fact("invite.joined", { userId, visitorId, loop, props });
  }

  async function joinedFacts(visitorId: Member["visitorId"]) {
    const { rows } = await db().execute(sql`select props, loop from events
      where name = 'cohort.joined' and visitor_id = ${toUuid(visitorId)}`);
    return rows;
  }

  async function feedOf(slug: string, actor: Member) {
    const scope = { scope: "cohort", slug } as const;
    return (await feedCallerOf(context({ actor }).ctx).feed(scope)).items;
  }
  /** A context in which nobody reacts to events. */
  const quietContext = (actor: Member) => createTestContext({ database, clock, actor });
  return {
    start,
    stop,
    clock,
    context,
    quietContext,
    db,
    join,
    makeCohort,
    countOf,
    completed,
    inviteJoined,
    joinedFacts,
    feedOf,
  };
}
