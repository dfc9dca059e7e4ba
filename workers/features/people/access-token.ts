/** Personal access tokens: `vt_pat_` and 256 random bits, known to us only as a hash. */
import type { Db } from "#db/client.ts";
import type { Id, UserId } from "#shared/ids.ts";
import type { TokenScope } from "#shared/token-scopes.ts";
import { randomToken, sha256Hex } from "../../platform/hmac.ts";
import { insertAccessToken, type NewTokenRow } from "./access-tokens.repo.ts";

const tokenPattern = /^vt_pat_[\w-]{43}$/;
const dayMs = 24 * 3600_000;

export interface TokenWish {
  id: Id<"pat">;
  userId: UserId;
  name: string;
  scopes: readonly TokenScope[];
  /** Milliseconds since 1970. */
  now: number;
  days: number;
}

/** The token in an `Authorization: Bearer` header; null for no header and for other schemes. */
export function bearerToken(header: string | null): string | null {
  return header !== null && /^Bearer\b/i.test(header) ? header.slice("Bearer".length).trim() : null;
}

/**
 * The hash under which a token is stored, or null for what cannot be a token of ours. It is looked
 * up by its hash: how long that takes tells nothing of a token of 256 random bits.
 */
export async function accessTokenHash(token: string): Promise<string | null> {
  return tokenPattern.test(token) ? sha256Hex(token) : null;
}

/** A new token and its row, which is not written yet. */
export async function newAccessToken(
  wish: TokenWish,
): Promise<{ token: string; row: NewTokenRow }> {
  const token = `vt_pat_${randomToken(32)}`;
  const row = {
    id: wish.id,
    userId: wish.userId,
    name: wish.name,
    tokenHash: await sha256Hex(token),
    scopes: wish.scopes,
    createdAt: new Date(wish.now),
    expiresAt: new Date(wish.now + wish.days * dayMs),
  };
  return { token, row };
}

/** Makes a token for that person and answers it: the only time anybody sees it. */
export async function issueAccessToken(db: Db, wish: TokenWish): Promise<string> {
  const { token, row } = await newAccessToken(wish);
  await insertAccessToken(db, row);
  return token;
}
