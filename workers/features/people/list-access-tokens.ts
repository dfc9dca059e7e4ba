/** A person's own access tokens, without the tokens themselves. */
import type { Id } from "#shared/ids.ts";
import { type TokenScope, tokenScopes } from "#shared/token-scopes.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { listLiveTokens, type TokenRow } from "./access-tokens.repo.ts";

export interface ListedToken {
  id: Id<"pat">;
  name: string;
  scopes: TokenScope[];
  /** Milliseconds since 1970, as all of these. */
  createdAt: number;
  expiresAt: number;
  /** To the hour. */
  lastUsedAt: number | null;
}

/** Expired and revoked ones are left out. One round trip. */
export async function listAccessTokens(ctx: RequestCtx): Promise<{ tokens: ListedToken[] }> {
  const rows = await listLiveTokens(ctx.db, requireMember(ctx).userId, ctx.clock.now());
  return { tokens: rows.map(listedToken) };
}

/** What of a token its person sees. */
export function listedToken(row: TokenRow): ListedToken {
  return {
    id: row.id,
    name: row.name,
    scopes: tokenScopes.filter((scope) => row.scopes.includes(scope)),
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}
