/** Personal access tokens: `vt_pat_` and 256 random bits, known to us only as a hash. */
import type { Db } from "#db/client.ts";
import type { Id, UserId } from "#shared/ids.ts";
import { randomToken, sha256Hex } from "../../platform/hmac.ts";
import { insertAccessToken } from "./sessions.repo.ts";

const tokenPattern = /^vt_pat_[\w-]{43}$/;

/** The token in an `Authorization: Bearer` header; null for no header and for other schemes. */
export function bearerToken(header: string | null): string | null {
  return header !== null && /^Bearer\b/i.test(header) ? header.slice("Bearer".length).trim() : null;
}

/** The hash under which a token is stored, or null for what cannot be a token of ours. */
export async function accessTokenHash(token: string): Promise<string | null> {
  return tokenPattern.test(token) ? sha256Hex(token) : null;
}

/** Makes a token for that person and answers it: the only time anybody sees it. */
export async function issueAccessToken(
  db: Db,
  input: { id: Id<"pat">; userId: UserId; name: string; now: number; days: number },
): Promise<string> {
  const token = `vt_pat_${randomToken(32)}`;
  await insertAccessToken(db, {
    id: input.id,
    userId: input.userId,
    name: input.name,
    tokenHash: await sha256Hex(token),
    scopes: [],
    createdAt: new Date(input.now),
    expiresAt: new Date(input.now + input.days * 24 * 3600 * 1000),
  });
  return token;
}
