/** Gives a person another alias. */
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { setAlias, takenKey } from "./accounts.repo.ts";
import { newAlias } from "./alias.ts";
import { sessionCookies } from "./session-cookies.ts";

const maxAttempts = 8;

/**
 * Tries until one is free; whoever shows the old one hears of it. The session's cache is dropped, so that
 * the next page knows it.
 */
export async function changeAlias(ctx: RequestCtx): Promise<{ alias: string }> {
  const { userId, visitorId } = requireMember(ctx);
  for (let attempt = 1; ; attempt++) {
    const alias = newAlias();
    const event = ctx.events.fact("person.renamed", { visitorId, userId, props: {} });
    try {
      await commitWithEvents(ctx, [setAlias(userId, alias, ctx.clock.now())], [{ event }]);
    } catch (error) {
      if (takenKey(error) !== "alias" || attempt === maxAttempts) throw error;
      continue;
    }
    if (ctx.cookies.get(sessionCookies.cache)) ctx.cookies.set(sessionCookies.cache, "", 0);
    return { alias };
  }
}
