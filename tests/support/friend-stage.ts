/** What tests of friends share: a stage of cohorts, people who ask, children with a guardian. */
import { sql } from "drizzle-orm";
import { toUuid } from "#shared/ids.ts";
import { friendsRouter } from "#workers/features/friends/friends.router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";
import { createCohortStage } from "./cohort-stage.ts";

/** Calls the friends' procedures in that context. */
export const callFriends = createCallerFactory(friendsRouter);

export function createFriendStage() {
  const stage = createCohortStage();
  const { context, db, join } = stage;
  const as = (actor: Member) => callFriends(context({ actor }).ctx);

  async function childOf(guardian: Member, change: Partial<Member> = {}) {
    const child = await join({ minor: true, shareConsent: false, ...change });
    await db().execute(sql`update users set guardian_id = ${toUuid(guardian.userId)}
      where id = ${toUuid(child.userId)}`);
    return child;
  }

  async function states(person: Member) {
    const { friends, open } = await as(person).list({});
    return [...friends, ...open].map(({ alias, state }) => [alias, state]);
  }

  async function openId(person: Member) {
    const [pair] = (await as(person).list({})).open;
    if (!pair) throw new Error("nothing is open");
    return pair.id;
  }

  return { ...stage, as, childOf, states, openId };
}
