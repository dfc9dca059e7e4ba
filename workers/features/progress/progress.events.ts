/** What progress does when an event happens: a finished run counts, and so does a guest's past. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { recordPractice, recordProgress } from "./record-practice.ts";

/** Idempotent by event id, in whatever order events arrive. */
export async function progressReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "deck.completed")) return recordPractice(ctx, event);
  if (isEvent(event, "person.joined")) return recordProgress(ctx, event);
}
