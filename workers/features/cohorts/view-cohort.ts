/** Shows a person's cohorts, and one cohort with its members. */
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember, requirePerson } from "../../platform/context.ts";
import { member } from "../../platform/policy.ts";
import { listCohortsOf, readCohort } from "./cohorts.repo.ts";
import { roomView } from "./room-view.ts";

/** The cohorts of the asking person. */
export async function listMyCohorts(ctx: Ctx) {
  const rows = await listCohortsOf(ctx.db, requireMember(ctx).userId);
  return { cohorts: rows.map(({ id: _, ...cohort }) => cohort) };
}

/**
 * Guests, and children whose guardian has not answered, see the cohort's name and size; who is in
 * it is for people with an account. NOT_FOUND where there is none.
 */
export async function viewCohort(ctx: Ctx, input: { slug: string }) {
  const person = requirePerson(ctx);
  const viewer = person.kind === "member" ? person.userId : null;
  const page = await readCohort(ctx.db, input.slug, viewer);
  if (!page) throw new AppError("NOT_FOUND");
  const { slug, name, subject } = page.cohort;
  const mayLook = member.refuses(person) === null;
  const view = roomView(ctx.config.TICKET_SECRET, slug);
  const members = page.members.map((row) => ({
    ...view.member(row),
    you: row.visitorId === person.visitorId,
  }));
  return {
    cohort: { slug, name, subject },
    memberCount: page.members.length,
    members: mayLook ? members : [],
    viewer: { isMember: page.isMember },
  };
}
