/** Keeps what a grown-up says to be called. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { commit, keepName } from "./accounts.repo.ts";
import { sessionCookies } from "./session-cookies.ts";

/**
 * Empty takes the name away. One round trip. FORBIDDEN for minors, who write no free text: their
 * guardian gives the name.
 */
export async function setName(
  ctx: RequestCtx,
  input: { name: string },
): Promise<{ status: "kept" }> {
  const { userId, minor } = requireMember(ctx);
  if (minor) throw new AppError("FORBIDDEN", { message: "Your guardian can give your name." });
  await commit(ctx.db, [keepName(userId, input.name, ctx.clock.now())]);
  if (ctx.cookies.get(sessionCookies.cache)) ctx.cookies.set(sessionCookies.cache, "", 0);
  return { status: "kept" };
}
