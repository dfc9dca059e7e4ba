/** Everything on the security page of one person. */
import { scopesFor, type TokenScope } from "#shared/token-scopes.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { type ListedToken, listedToken } from "./list-access-tokens.ts";
import { type ListedPasskey, listedPasskey } from "./list-passkeys.ts";
import { type ListedSession, listedSession } from "./list-sessions.ts";
import { readSecurity } from "./security.repo.ts";
import { type SecondFactorView, secondFactorView } from "./view-second-factor.ts";

export interface SecurityView {
  sessions: ListedSession[];
  passkeys: ListedPasskey[];
  /** Null for minors, who make no tokens. */
  tokens: { made: ListedToken[]; scopes: TokenScope[] } | null;
  /** Null for everybody but admins. */
  secondFactor: SecondFactorView | null;
}

/** One round trip. */
export async function viewSecurity(ctx: RequestCtx): Promise<SecurityView> {
  const member = requireMember(ctx);
  const found = await readSecurity(ctx.db, member.userId, ctx.clock.now());
  return {
    sessions: found.sessions.map((row) => listedSession(row, member.sessionId)),
    passkeys: found.passkeys.map(listedPasskey),
    tokens: member.minor
      ? null
      : { made: found.tokens.map(listedToken), scopes: [...scopesFor(member.role)] },
    secondFactor: member.role === "admin" ? secondFactorView(ctx, member, found.factor) : null,
  };
}
