/** Closes the links of a minor whose guardian took back the yes to sharing. */
import type { DomainEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { keepLink } from "./link-records.ts";
import { revokeLinksOf } from "./smart-links.repo.ts";

/** Idempotent: a link made after a later yes stays open. */
export async function closeLinks(ctx: Ctx, event: DomainEvent<"sharing.withdrawn">): Promise<void> {
  if (event.userId === null) return;
  const links = await revokeLinksOf(ctx.db, event.userId, new Date(event.occurredAt));
  await Promise.all(links.map((link) => keepLink(ctx, link)));
}
