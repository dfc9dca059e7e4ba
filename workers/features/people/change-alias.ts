/** Gives a person another alias. */
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { setAlias, takenKey } from "./accounts.repo.ts";
import { newAlias } from "./alias.ts";
import { sessionCookies } from "./session-cookies.ts";

const maxAttempts = 8;

/** Tries until one is free; the session's cache is dropped, so the next page knows it. */
export async function changeAlias(ctx: RequestCtx): Promise<{ alias: string }> {
  const { userId } = requireMember(ctx);
  for (let attempt = 1; ; attempt++) {
    const alias = newAlias();
    try {
      await setAlias(ctx.db, userId, alias, ctx.clock.now());
    } catch (error) {
      if (takenKey(error) !== "alias" || attempt === maxAttempts) throw error;
      continue;
    }
    if (ctx.cookies.get(sessionCookies.cache)) ctx.cookies.set(sessionCookies.cache, "", 0);
    return { alias };
  }
}
