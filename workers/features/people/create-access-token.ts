/** Makes a personal access token for somebody who is signed in and of age. */
import { isForAdmins, scopesFor, type TokenScope } from "#shared/token-scopes.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { newAccessToken } from "./access-token.ts";
import { storeOwnToken } from "./access-tokens.repo.ts";
import { tellOwner } from "./tell-owner.ts";

export interface TokenInput {
  name: string;
  scopes: readonly TokenScope[];
  days: number;
}

/**
 * The answer is the only one that ever shows the token. One round trip. Throws FORBIDDEN for
 * minors and for scopes that the role does not have, SECOND_FACTOR_NEEDED for an admin's scopes where
 * one is required, CONFLICT for more tokens than anybody needs.
 */
export async function createAccessToken(
  ctx: RequestCtx,
  input: TokenInput,
): Promise<{ token: string; expiresAt: number }> {
  const member = requireMember(ctx);
  if (member.minor) throw new AppError("FORBIDDEN", { message: "Tokens are for grown-ups." });
  if (!member.sessionId) throw new AppError("FORBIDDEN");
  const allowed = scopesFor(member.role);
  if (input.scopes.some((scope) => !allowed.includes(scope))) throw new AppError("FORBIDDEN");
  if (member.secondFactor && input.scopes.some(isForAdmins)) {
    throw new AppError("SECOND_FACTOR_NEEDED");
  }
  const { token, row } = await newAccessToken({
    ...input,
    scopes: [...new Set(input.scopes)],
    id: ctx.ids.next("pat"),
    userId: member.userId,
    now: ctx.clock.now(),
  });
  const ownerEmail = await storeOwnToken(ctx.db, row, member.sessionId);
  if (!ownerEmail) {
    throw new AppError("CONFLICT", { message: "You have many tokens. Please remove one first." });
  }
  tellOwner(ctx, ownerEmail, { access: "token", id: row.id });
  return { token, expiresAt: row.expiresAt.getTime() };
}
