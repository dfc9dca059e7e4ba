/** What the activity feed does when an event happens: a line, or reactions, and telling the rooms. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { listJoins, readReactionNews, type Told } from "./activity.repo.ts";
import { activityLine } from "./activity-line.ts";
import { addActivity } from "./activity-writes.repo.ts";
import { itemAt, tellRooms } from "./tell-rooms.ts";

/** Idempotent by event id. Throws when a room is unreachable, so that it is told later. */
export async function activityReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "reaction.changed")) return tellReactions(ctx, event);
  if (isEvent(event, "person.admitted")) return tellJoins(ctx, event);
  const line = activityLine(event);
  const told = line && (await addActivity(ctx.db, event, line));
  if (told) await publish(ctx, told);
}

function publish(ctx: Ctx, told: Told): Promise<void> {
  return tellRooms(ctx, told, (room, place) => room.publish([itemAt(ctx, place, told)]));
}

/** A child whose guardian agreed is new to their groups now. */
async function tellJoins(ctx: Ctx, { userId }: DomainEvent): Promise<void> {
  if (userId === null) return;
  await Promise.all((await listJoins(ctx.db, userId)).map((told) => publish(ctx, told)));
}

/** State, not the change: whatever is told late or twice, the newest counts stay. */
async function tellReactions(ctx: Ctx, event: DomainEvent<"reaction.changed">): Promise<void> {
  const ev = event.props.activityId;
  const news = await readReactionNews(ctx.db, ev);
  if (!news) return;
  const { counts, v } = news;
  await tellRooms(ctx, news, (room) => room.react([{ ev, counts, v }]));
}
