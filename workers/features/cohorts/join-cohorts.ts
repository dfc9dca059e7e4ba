/** Makes a person a member of cohorts, while these have room. */
import type { UserId, VisitorId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import type { Cohort } from "./cohort.ts";
import { findCohort } from "./cohorts.repo.ts";
import { insertMember, joinedHere, lockCohorts, membership } from "./memberships.repo.ts";

export interface Joiner {
  userId: UserId;
  visitorId: VisitorId;
  loop: Loop | null;
}

/** Each membership is one `cohort.joined`, whatever is repeated or raced. Answers the new ones. */
export async function joinCohorts(
  ctx: Ctx,
  who: Joiner,
  cohorts: readonly Cohort[],
): Promise<{ isMember: boolean[] }> {
  const joins = cohorts.map(({ id: cohortId, subject }) => {
    const { visitorId, userId, loop } = who;
    const props = { cohortId, subject };
    const event = ctx.events.fact("cohort.joined", { visitorId, userId, loop, props });
    return { cohortId, userId, event, joinedAt: event.occurredAt };
  });
  if (joins.length === 0) return { isMember: [] };
  const statements = [
    lockCohorts(cohorts.map((cohort) => cohort.id)),
    ...joins.map(insertMember),
    ...joins.map((join) => membership(join.cohortId, join.userId)),
  ];
  const guarded = joins.map(({ event, cohortId, userId }) => {
    return { event, onlyIf: joinedHere(cohortId, userId) };
  });
  const { rows } = await commitWithEvents(ctx, statements, guarded);
  return { isMember: rows.slice(-joins.length).map((answer) => answer.length > 0) };
}

/** A person joins by themself. NOT_FOUND where there is no such cohort. */
export async function joinCohort(
  ctx: Ctx,
  input: { slug: string },
): Promise<{ status: "joined" | "full" }> {
  const { userId, visitorId } = requireMember(ctx);
  const cohort = await findCohort(ctx.db, input.slug);
  if (!cohort) throw new AppError("NOT_FOUND");
  const who = { userId, visitorId, loop: null };
  const { isMember } = await joinCohorts(ctx, who, [cohort]);
  return { status: isMember[0] ? "joined" : "full" };
}
