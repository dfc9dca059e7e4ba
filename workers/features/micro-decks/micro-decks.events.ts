/** What micro-decks do when an event happens: a guest's runs follow the guest into the account. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { claimRuns } from "./micro-decks.repo.ts";

export async function microDecksReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "person.joined") && event.userId) {
    await claimRuns(ctx.db, event.visitorId, event.userId);
  }
}
