/** Where a person is signed in. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { listLiveSessions } from "./sessions.repo.ts";

export interface ListedSession {
  id: Id<"sess">;
  /** Coarse, such as "Chrome on Android". */
  device: string;
  /** Milliseconds since 1970, as both of these. */
  signedInAt: number;
  /** To the hour. */
  lastSeenAt: number;
  current: boolean;
}

/** Only those that still work; no address, no user agent. One round trip. */
export async function listSessions(ctx: RequestCtx): Promise<{ sessions: ListedSession[] }> {
  const member = requireMember(ctx);
  const rows = await listLiveSessions(ctx.db, member.userId, ctx.clock.now());
  const sessions = rows.map((row) => ({
    id: row.id,
    device: row.device,
    signedInAt: row.createdAt.getTime(),
    lastSeenAt: row.updatedAt.getTime(),
    current: row.id === member.sessionId,
  }));
  return { sessions };
}
