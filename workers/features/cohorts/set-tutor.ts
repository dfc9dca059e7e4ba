/** The operator's say about who teaches a cohort, and the tutor's view of the students. */
import type { UserId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { findTutor, isNamedHere, listForAdmin, listStudents, nameTutor } from "./tutors.repo.ts";

/** One round trip. */
export async function listCohortsForAdmin(ctx: Ctx) {
  return { cohorts: await listForAdmin(ctx.db) };
}

/**
 * Two round trips; safe to repeat, `tutor.named` is written for a change only. NOT_FOUND for whom
 * is no member of that cohort, or no tutor.
 */
export async function setTutor(
  ctx: Ctx,
  input: { slug: string; userId: UserId; named: boolean },
): Promise<{ status: "kept" }> {
  const admin = requireMember(ctx);
  const found = await findTutor(ctx.db, input);
  if (!found) throw new AppError("NOT_FOUND");
  const { userId, named } = input;
  const { cohortId, visitorId } = found;
  const props = { cohortId, named, adminId: admin.userId };
  const event = ctx.events.fact("tutor.named", { visitorId, userId, props });
  const naming = { cohortId, userId, named };
  await commitWithEvents(ctx, [nameTutor(naming)], [{ event, onlyIf: isNamedHere(naming) }]);
  return { status: "kept" };
}

/** One round trip. The names of the students, for the cohort's named tutor; empty for others. */
export async function viewStudents(ctx: Ctx, input: { slug: string }) {
  const { userId: tutor } = requireMember(ctx);
  const students = await listStudents(ctx.db, { slug: input.slug, tutor });
  const secret = ctx.config.TICKET_SECRET;
  const items = students.map(({ visitorId, ...student }) => ({
    ...student,
    handle: roomHandle(secret, "cohort", input.slug, visitorId),
  }));
  return { items };
}
