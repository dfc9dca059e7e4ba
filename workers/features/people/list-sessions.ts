/** Where a person is signed in. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { listLiveSessions, type SessionRow } from "./sessions.repo.ts";

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
  return { sessions: rows.map((row) => listedSession(row, member.sessionId)) };
}

/** What of a session its person sees. */
export function listedSession(
  row: Pick<SessionRow, "id" | "device" | "createdAt" | "updatedAt">,
  current: Id<"sess"> | null,
): ListedSession {
  return {
    id: row.id,
    device: row.device,
    signedInAt: row.createdAt.getTime(),
    lastSeenAt: row.updatedAt.getTime(),
    current: row.id === current,
  };
}
