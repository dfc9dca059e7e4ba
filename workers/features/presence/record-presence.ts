/** A word of somebody without a socket: they are here, and do that. */
import type { Activity, Status } from "#shared/protocol/client-frames.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { takeTurn } from "../../platform/person-limit.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { readSeen } from "./presence.repo.ts";
import { askLimit, root, seen } from "./view-presence.ts";

interface PingInput {
  subject: PresenceSubject;
  status: Status | "offline";
  act?: Activity | null | undefined;
}

/**
 * A lease in the leaf where the person's sockets are too: both together count once. Who is
 * invisible, or waits for a guardian, is answered and counted nowhere. RATE_LIMITED above 60 a
 * minute.
 */
export async function recordPresence(ctx: RequestCtx, input: PingInput) {
  await takeTurn(ctx, "presence", askLimit);
  const member = requireMember(ctx);
  const { subject, act = null } = input;
  const readAt = ctx.clock.now();
  const facts = await readSeen(ctx.db, member, readAt);
  if (!facts.lives) throw new AppError("UNAUTHENTICATED");
  const { visitorId, alias } = member;
  const handle = roomHandle(ctx.config.TICKET_SECRET, "presence", subject, visitorId);
  const { heartbeatMs } = ctx.config.REALTIME_SETTINGS;
  const counted = !facts.invisible && member.guardianState !== "pending";
  const gone = input.status === "offline";
  const status = input.status === "offline" ? "away" : input.status;
  const totals = counted
    ? await root(ctx, subject).takePing({ handle, alias, status, act, gone, readAt })
    : await root(ctx, subject).view();
  const word: "counted" | "watching" = counted && !gone ? "counted" : "watching";
  return { status: word, handle, heartbeatMs, ...seen(subject, totals) };
}
