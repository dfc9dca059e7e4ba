/** Brings the news of the feed to who looks: cohort rooms, a subject's people, the lobby's. */
import type { FeedRoomApi } from "#shared/protocol/feed-room.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Ctx } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import type { Audience, FeedScope, StoredActivity } from "./activity.ts";

/** The room whose handles a feed uses. */
type Place = { room: "cohort"; name: string } | { room: "presence"; name: PresenceSubject };

/** A feed shows people by the handles of the room that brings its news: the lobby's for all. */
export function placeOf(scope: FeedScope): Place {
  if (scope.kind === "cohort") return { room: "cohort", name: scope.slug };
  return { room: "presence", name: scope.kind === "subject" ? scope.subject : "lobby" };
}

/** The item as that place shows it. */
export function itemAt(
  ctx: Pick<Ctx, "config">,
  { room, name }: Place,
  { item, visitorId }: StoredActivity,
): FeedItem {
  const handle = roomHandle(ctx.config.TICKET_SECRET, room, name, visitorId);
  return { ...item, handle } as FeedItem;
}

function placesOf({ visibility, subject, cohorts }: Audience): Place[] {
  if (visibility === "private") return [];
  const rooms = cohorts.map((name): Place => ({ room: "cohort", name }));
  if (visibility !== "public") return rooms;
  const own: Place[] = subject ? [{ room: "presence", name: subject }] : [];
  return [...rooms, ...own, { room: "presence", name: "lobby" }];
}

/** Tells each room, all at once. Throws when one is unreachable, so that all are told later. */
export async function tellRooms(
  ctx: Ctx,
  audience: Audience,
  tell: (room: FeedRoomApi, place: Place) => Promise<void>,
): Promise<void> {
  const told = placesOf(audience).map((place) => {
    const kind = place.room === "cohort" ? "COHORT_ROOM" : "PRESENCE_ROOT";
    return tell(ctx.rooms.get<FeedRoomApi>(kind, place.name), place);
  });
  const failed = (await Promise.allSettled(told)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
