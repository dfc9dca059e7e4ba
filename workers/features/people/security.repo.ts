/** All that the security page shows, in one round trip. */
import type { Db } from "#db/client.ts";
import type { UserId } from "#shared/ids.ts";
import { listLiveTokens } from "./access-tokens.repo.ts";
import { listPasskeyRows } from "./passkeys.repo.ts";
import { readSecondFactor } from "./second-factors.repo.ts";
import { listLiveSessions } from "./sessions.repo.ts";

export async function readSecurity(db: Db, userId: UserId, now: number) {
  const [sessions, passkeys, tokens, factor] = await db.batch([
    listLiveSessions(db, userId, now),
    listPasskeyRows(db, userId),
    listLiveTokens(db, userId, now),
    readSecondFactor(db, userId),
  ]);
  return { sessions, passkeys, tokens, factor };
}
