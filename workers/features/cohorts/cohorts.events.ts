/** What cohorts do when an event happens: memberships, feed items, and telling the rooms. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import type { CohortMember, CohortRoomApi, StoredFeedItem } from "./cohort.ts";
import { listCohortsToJoin, readMemberships, readNewMember } from "./cohorts.repo.ts";
import { type FeedLine, feedLine } from "./feed-line.ts";
import { joinCohorts } from "./join-cohorts.ts";
import { addFeedItems } from "./memberships.repo.ts";
import { roomView } from "./room-view.ts";

/** Idempotent by event id. Throws when a room is unreachable, so that it is told later. */
export async function cohortsReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "invite.joined")) return followInviter(ctx, event);
  if (isEvent(event, "cohort.joined")) return showNewMember(ctx, event);
  if (isEvent(event, "person.renamed")) return showMember(ctx, event, false);
  if (isEvent(event, "person.admitted")) return showMember(ctx, event, true);
  if (isEvent(event, "visibility.changed")) return reseat(ctx, event);
  const line = feedLine(event);
  if (line) return showLine(ctx, event, line);
}

async function showLine(ctx: Ctx, event: DomainEvent, line: FeedLine): Promise<void> {
  const items = await addFeedItems(ctx.db, event, line);
  await Promise.all(items.map(({ slug, item }) => publish(ctx, slug, [item], [])));
}

/** Who accepted an invite joins the inviter's cohorts; each membership is an event of its own. */
async function followInviter(ctx: Ctx, event: DomainEvent<"invite.joined">): Promise<void> {
  const { userId, visitorId, loop } = event;
  if (userId === null) return;
  const { inviterId, subject = null } = event.props;
  const cohorts = await listCohortsToJoin(ctx.db, { inviterId, userId, subject });
  await joinCohorts(ctx, { userId, visitorId, loop, invited: true }, cohorts);
}

async function showNewMember(ctx: Ctx, event: DomainEvent<"cohort.joined">): Promise<void> {
  const { userId, eventId } = event;
  if (userId === null) return;
  const { cohortId } = event.props;
  const found = await readNewMember(ctx.db, { cohortId, userId, eventId });
  if (found) await publish(ctx, found.slug, found.items, [found.member]);
}

/** Each of the person's rooms takes the row as it is now; somebody admitted comes with their line. */
async function showMember(ctx: Ctx, { userId }: DomainEvent, withLine: boolean): Promise<void> {
  if (userId === null) return;
  const rows = await readMemberships(ctx.db, userId);
  await Promise.all(
    rows.map(({ slug, member, joined }) => publish(ctx, slug, withLine ? joined : [], [member])),
  );
}

async function reseat(ctx: Ctx, { userId, visitorId, occurredAt }: DomainEvent): Promise<void> {
  if (userId === null) return;
  const rows = await readMemberships(ctx.db, userId);
  await Promise.all(
    rows.map(async ({ slug }) => {
      const { handleOf } = roomView(ctx.config.TICKET_SECRET, slug);
      const room = ctx.rooms.get<CohortRoomApi>("COHORT_ROOM", slug);
      await room.reseat(handleOf(visitorId), occurredAt);
    }),
  );
}

async function publish(
  ctx: Ctx,
  slug: string,
  items: readonly StoredFeedItem[],
  members: readonly CohortMember[],
): Promise<void> {
  const view = roomView(ctx.config.TICKET_SECRET, slug);
  const room = ctx.rooms.get<CohortRoomApi>("COHORT_ROOM", slug);
  await room.publish(items.map(view.item), members.map(view.member));
}
