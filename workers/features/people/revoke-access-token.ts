/** Ends an access token at once. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { revokeToken } from "./access-tokens.repo.ts";

/** Safe to repeat; somebody else's token is left alone, and the answer is the same. */
export async function revokeAccessToken(
  ctx: RequestCtx,
  input: { tokenId: Id<"pat"> },
): Promise<{ status: "revoked" }> {
  await revokeToken(ctx.db, requireMember(ctx).userId, input.tokenId, ctx.clock.now());
  return { status: "revoked" };
}
