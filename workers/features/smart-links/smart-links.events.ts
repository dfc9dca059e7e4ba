/** What smart links do when an event happens: credit the inviter, and fix the credit at the join. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { closeLinks } from "./close-links.ts";
import { fixCreditOnJoin } from "./fix-credit.ts";
import { recordCredit } from "./record-credit.ts";

export async function smartLinksReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "fvm.reached")) await recordCredit(ctx, event);
  if (isEvent(event, "person.joined")) await fixCreditOnJoin(ctx, event);
  if (isEvent(event, "sharing.withdrawn")) await closeLinks(ctx, event);
}
