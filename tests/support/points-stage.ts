/** People who finish decks, on a real database: for tests of points and boards. */
import type { DomainEvent } from "#shared/events.ts";
import type { VisitorId } from "#shared/ids.ts";
import type { Member } from "#workers/platform/actor.ts";
import { createTestContext, type TestClock, type TestContextOptions } from "./test-context.ts";
import { insertMember } from "./test-people.ts";

type Completed = DomainEvent<"deck.completed">;

/** Contexts, people and finished decks by one clock. */
export function createPointsStage(database: TestContextOptions["database"], clock: TestClock) {
  const context = (options: Partial<TestContextOptions> = {}) =>
    createTestContext({ database, clock, ...options });
  return {
    context,
    join: (change: Partial<Member> = {}) => insertMember(context().ctx.db, clock.now(), change),
    completed(
      who: { visitorId: VisitorId; userId?: Member["userId"] },
      change: Partial<Completed["props"]> = {},
    ): Completed {
      const { ctx } = context();
      const run = { runId: ctx.ids.next("run"), deckId: "alg-linear", durationMs: 60_000 };
      const about = { subject: "algebra", score: 4, total: 5, flagged: false } as const;
      const { visitorId, userId = null } = who;
      const props = { ...run, ...about, ...change };
      return ctx.events.fact("deck.completed", { visitorId, userId, props });
    },
  };
}
