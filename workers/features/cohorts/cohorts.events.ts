/** What cohorts do when an event happens: memberships, and telling the rooms of their members. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import type { CohortMember, CohortRoomApi } from "./cohort.ts";
import { listCohortsToJoin, readMemberships, readNewMember } from "./cohorts.repo.ts";
import { joinCohorts } from "./join-cohorts.ts";
import { roomView } from "./room-view.ts";

/** Idempotent by event id. Throws when a room is unreachable, so that it is told later. */
export async function cohortsReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "invite.joined")) return followInviter(ctx, event);
  if (isEvent(event, "cohort.joined")) return showNewMember(ctx, event);
  if (isEvent(event, "person.renamed")) return showMember(ctx, event);
  if (isEvent(event, "person.admitted")) return showMember(ctx, event);
  if (isEvent(event, "visibility.changed")) return reseat(ctx, event);
}

/** Who accepted an invite joins the inviter's cohorts; each membership is an event of its own. */
async function followInviter(ctx: Ctx, event: DomainEvent<"invite.joined">): Promise<void> {
  const { userId, visitorId, loop } = event;
  if (userId === null) return;
  const { inviterId, subject = null } = event.props;
  const cohorts = await listCohortsToJoin(ctx.db, { inviterId, userId, subject });
  await joinCohorts(ctx, { userId, visitorId, loop }, cohorts);
}

async function showNewMember(ctx: Ctx, event: DomainEvent<"cohort.joined">): Promise<void> {
  const { userId } = event;
  if (userId === null) return;
  const { cohortId } = event.props;
  const found = await readNewMember(ctx.db, { cohortId, userId });
  if (found) await enlist(ctx, found.slug, found.member);
}

/** Each of the person's rooms takes the row as it is now. */
async function showMember(ctx: Ctx, { userId }: DomainEvent): Promise<void> {
  if (userId === null) return;
  const rows = await readMemberships(ctx.db, userId);
  await Promise.all(rows.map(({ slug, member }) => enlist(ctx, slug, member)));
}

/** Up to now, not to when the event was made: until it was stored tickets were given without it. */
async function reseat(ctx: Ctx, { userId, visitorId }: DomainEvent): Promise<void> {
  if (userId === null) return;
  const issuedUntil = ctx.clock.now();
  const rows = await readMemberships(ctx.db, userId);
  await Promise.all(
    rows.map(async ({ slug }) => {
      const { handleOf } = roomView(ctx.config.TICKET_SECRET, slug);
      const room = ctx.rooms.get<CohortRoomApi>("COHORT_ROOM", slug);
      await room.reseat(handleOf(visitorId), issuedUntil);
    }),
  );
}

async function enlist(ctx: Ctx, slug: string, member: CohortMember): Promise<void> {
  const view = roomView(ctx.config.TICKET_SECRET, slug);
  const room = ctx.rooms.get<CohortRoomApi>("COHORT_ROOM", slug);
  await room.enlist([view.member(member)]);
}
