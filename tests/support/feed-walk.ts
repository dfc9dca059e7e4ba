/** Walks through the activity feed as some person, and lets it react to events. */
import type { DomainEvent } from "#shared/events.ts";
import { activityReact } from "#workers/features/activity/activity.events.ts";
import type { Actor, Member } from "#workers/platform/actor.ts";
import { type createCohortStage, feedCallerOf, probeRooms } from "./cohort-stage.ts";

export type FeedInput = Parameters<ReturnType<typeof feedCallerOf>["feed"]>[0];

export function createFeedWalk({ context }: Pick<ReturnType<typeof createCohortStage>, "context">) {
  const feedAs = (actor: Actor | null) =>
    feedCallerOf(context(actor ? { actor: actor as Member } : {}).ctx);

  /** Everything in that part of the feed, page by page. */
  async function walk(actor: Actor | null, input: FeedInput, between?: () => Promise<unknown>) {
    const items = [];
    let cursor: string | null = null;
    do {
      const page = await feedAs(actor).feed({
        ...input,
        ...(cursor ? { cursor } : {}),
      } as FeedInput);
      items.push(...page.items);
      cursor = page.nextCursor;
      await between?.();
    } while (cursor);
    return items;
  }

  /** What the rooms are told when the event is delivered. */
  const told = async (event: DomainEvent, rooms = probeRooms()) => {
    await activityReact(context({ rooms: rooms.rooms }).ctx, event);
    return rooms.told;
  };
  return { feedAs, walk, told };
}
