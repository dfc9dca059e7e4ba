/** Practice on a real database: people, finished runs as events, links with a challenge. */
import { sql } from "drizzle-orm";
import { smartLinks } from "#db/schema/smart-links.ts";
import type { DomainEvent } from "#shared/events.ts";
import { type LinkId, newId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import { progressReact } from "#workers/features/progress/progress.events.ts";
import { progressRouter } from "#workers/features/progress/progress.router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";
import { createTestClock, createTestContext } from "./test-context.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";
import { insertMember } from "./test-people.ts";

export const dayMs = 24 * 3_600_000;
const callerOf = createCallerFactory(progressRouter);
type Run = DomainEvent<"deck.completed">["props"];

/** Start it before the tests of a file, stop it after them. */
export function createPracticeStage() {
  let database: TestDatabase;
  const start = async () => {
    database = await createTestDatabase();
  };
  const stop = async () => database?.stop();
  const clock = createTestClock(Date.parse("2026-11-21T12:00:00Z"));
  const context = (actor?: Member) =>
    createTestContext({ database, clock, ...(actor ? { actor } : {}) });
  const join = (change: Partial<Member> = {}) =>
    insertMember(context().ctx.db, clock.now(), change);

  /** A finished run; `daysAgo` and `linkId` as the event's envelope has them. */
  function completed(
    who: { visitorId: VisitorId; userId?: UserId | null },
    change: Partial<Run> = {},
    envelope: { daysAgo?: number; linkId?: LinkId } = {},
  ): DomainEvent<"deck.completed"> {
    const { ctx } = context();
    const run = { runId: ctx.ids.next("run"), deckId: "alg-linear-equations", durationMs: 60_000 };
    const props = { ...run, subject: "algebra", score: 3, total: 5, flagged: false } as const;
    const { daysAgo = 0, linkId = null } = envelope;
    const origin = { visitorId: who.visitorId, userId: who.userId ?? null, linkId };
    const event = ctx.events.fact("deck.completed", { ...origin, props: { ...props, ...change } });
    return { ...event, occurredAt: clock.now() - daysAgo * dayMs };
  }

  async function react(...events: DomainEvent[]): Promise<void> {
    for (const event of events) await progressReact(context().ctx, event);
  }

  const mine = (person: Member) => callerOf(context(person).ctx).mine();
  const keepZone = async (person: Member, timezone: string) => {
    const test = context(person);
    const answer = await callerOf(test.ctx).keepTimezone({ timezone });
    await test.settle();
    return answer.status;
  };

  /** How often each fact was written about a person, as `name detail`. */
  async function factsOf(visitorId: VisitorId): Promise<Record<string, number>> {
    const { rows } = await context().ctx.db.execute(sql`select name || coalesce(' ' || coalesce(
        props ->> 'achievement', props ->> 'days', props ->> 'level', props ->> 'winner'), '') as what,
        count(*)::int as n
      from events where visitor_id = ${toUuid(visitorId)} group by 1 order by 1`);
    return Object.fromEntries(rows.map((row) => [String(row["what"]), Number(row["n"])]));
  }

  /** A Buddy Challenge of that person: four right in a minute, if nothing else is said. */
  async function challengeOf(
    inviter: Member,
    change: { score?: number; durationMs?: number; deckId?: string; revokedAt?: Date } = {},
  ): Promise<LinkId> {
    const { deckId = "alg-linear-equations", score = 4, durationMs = 60_000 } = change;
    const id = newId("link", clock.now());
    const at = new Date(clock.now() - dayMs);
    await context()
      .ctx.db.insert(smartLinks)
      .values({
        id,
        code: id.slice(-12),
        inviterId: inviter.userId,
        loop: "buddy_challenge",
        destination: "fvm.deck",
        params: { deckId, challenge: { score, total: 5, durationMs } },
        keyId: "k1",
        signature: "not read here",
        expiresAt: new Date(clock.now() + dayMs),
        revokedAt: change.revokedAt ?? null,
        createdAt: at,
      });
    return id;
  }

  return {
    start,
    stop,
    clock,
    context,
    join,
    completed,
    react,
    mine,
    keepZone,
    factsOf,
    challengeOf,
  };
}
