/** The demo data: seeded people, cohorts, and a history that real use cases produced. */
import { eq, sql } from "drizzle-orm";
import { createDb, type Db } from "#db/client.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { users } from "#db/schema/people.ts";
import { smartLinks } from "#db/schema/smart-links.ts";
import { seedCohorts } from "#db/seed/cohorts.ts";
import { seedPeople } from "#db/seed/people.ts";
import { reactionKinds } from "#shared/activity.ts";
import type { Attribution } from "#shared/attribution.ts";
import { type ActivityId, newId, type RunId } from "#shared/ids.ts";
import { setReaction } from "#workers/features/activity/set-reaction.ts";
import { viewFeed } from "#workers/features/activity/view-feed.ts";
import { answerQuestion } from "#workers/features/micro-decks/answer-question.ts";
import { completeDeck } from "#workers/features/micro-decks/complete-deck.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { startDeck } from "#workers/features/micro-decks/start-deck.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { keepTutorPage } from "#workers/features/tutors/keep-tutor-page.ts";
import type { Member } from "#workers/platform/actor.ts";
import type { RequestCtx } from "#workers/platform/context.ts";
import {
  createSeedClock,
  createSeedContexts,
  type SeedClock,
  type SeedTarget,
} from "./seed-context.ts";
import { seedSimulated } from "./seed-simulated.ts";

const dayMs = 24 * 3_600_000;

/** `people` is the demo without the simulated crowd. */
export type Seed = "demo" | "people";

/** Safe to repeat: does nothing where somebody has already finished a deck. */
export async function seedDemo(target: SeedTarget, seed: Seed): Promise<"seeded" | "kept"> {
  const db = createDb({
    databaseUrl: target.databaseUrl,
    ...(target.proxyUrl ? { proxyUrl: target.proxyUrl } : {}),
  });
  const now = Date.now();
  const [finished] = await db.select({ id: deckRuns.id }).from(deckRuns).limit(1);
  if (finished) return "kept";
  await db.execute(sql`select make_event_partitions(${new Date(now - 40 * dayMs).toISOString()}::date,
    ${new Date(now).toISOString()}::date)`);
  if (seed === "demo") await seedSimulated(db, now);
  await seedPeople(db, now - 30 * dayMs);
  await seedCohorts(db, now - 30 * dayMs);
  await playHistory(db, target, now);
  return "seeded";
}

/** A month in short: practice, one invite that two people took up, and a fresh result today. */
async function playHistory(db: Db, target: SeedTarget, now: number): Promise<void> {
  const clock = createSeedClock(now - 21 * dayMs);
  const contexts = createSeedContexts(target, clock);
  const student = contexts.as(await findMember(db, "student@demo.test"));
  const student2 = contexts.as(await findMember(db, "student2@demo.test"));
  const minor = contexts.as(await findMember(db, "minor@demo.test"));

  const tutor = contexts.as(await findMember(db, "tutor@demo.test"));
  await keepTutorPage(tutor, { subjects: ["algebra", "geometry"], published: true });
  const resultId = await playDeck(student, clock, "geo-angles", 1);
  const touch = await inviteBy(student, db, clock, resultId);
  for (const wrong of [0, 2]) {
    clock.set(clock.now() + 3 * 3_600_000);
    const guest = { kind: "guest", visitorId: newId("vis", clock.now()) } as const;
    await playDeck(contexts.as(guest, touch), clock, "geo-angles", wrong);
    await contexts.settle();
  }
  clock.set(now - 19 * dayMs);
  await playDeck(student2, clock, "alg-expressions", 2);
  clock.set(now - 2 * 3_600_000);
  await playDeck(student2, clock, "alg-linear-equations", 0);
  await playDeck(minor, clock, "alg-expressions", 2);
  await playDeck(minor, clock, "bio-cells", 1);
  clock.set(now - 3_600_000);
  await playDeck(student, clock, "alg-linear-equations", 1);
  await contexts.settle();
  clock.set(now - 1_800_000);
  await cheer([student, student2, minor]);
  await contexts.settle();
}

/** Each reacts to the newest that the others did. */
async function cheer(people: readonly RequestCtx[]): Promise<void> {
  for (const [index, ctx] of people.entries()) {
    const { items } = await viewFeed(ctx, { scope: { kind: "global" } });
    for (const { id, you } of items.slice(0, 8)) {
      const kind = reactionKinds[(index + id.charCodeAt(id.length - 1)) % reactionKinds.length];
      if (!you && kind) await setReaction(ctx, { id: id as ActivityId, kind });
    }
  }
}

async function playDeck(
  ctx: RequestCtx,
  clock: SeedClock,
  deckId: string,
  wrong: number,
): Promise<RunId> {
  const { runId } = await startDeck(ctx, { deckId });
  for (const [index, question] of (findDeck(deckId)?.questions ?? []).entries()) {
    clock.set(clock.now() + 9_000 + 1_700 * index);
    const choice = index < wrong ? (question.answer + 1) % 4 : question.answer;
    await answerQuestion(ctx, { deckId, runId, questionId: question.id, choice });
  }
  await completeDeck(ctx, { deckId, runId });
  return runId;
}

async function inviteBy(
  ctx: RequestCtx,
  db: Db,
  clock: SeedClock,
  resultId: RunId,
): Promise<Attribution> {
  const loop = "buddy_challenge";
  const { code } = await createSmartLink(ctx, {
    loop,
    destination: "fvm.deck",
    params: { deckId: "geo-angles", resultId },
  });
  const [link] = await db
    .select({ id: smartLinks.id })
    .from(smartLinks)
    .where(eq(smartLinks.code, code));
  if (!link) throw new Error("the seeded link is not there");
  return { linkId: link.id, loop, touchedAt: clock.now() };
}

async function findMember(db: Db, email: string): Promise<Member> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error("a seeded person is not there");
  const { id: userId, visitorId, persona, role, alias, name, guardianState, shareConsent } = user;
  const account = { userId, visitorId, persona, role, alias, name, guardianState, shareConsent };
  return { kind: "member", sessionId: null, minor: !shareConsent, ...account };
}
