/** Who is in a subject now, for those who ask by HTTP. */
import { type PresenceSubject, presenceSubjects } from "#shared/protocol/room-names.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { takeTurn } from "../../platform/person-limit.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import type { PresenceRootApi } from "./presence-api.ts";
import type { Totals } from "./tally.ts";

/** One person's turns at presence by HTTP, all doors together. */
export const askLimit = { perMinute: 60, burst: 30 };

/** RATE_LIMITED above 60 a minute. */
export async function viewPresence(ctx: RequestCtx, { subject }: { subject: PresenceSubject }) {
  await takeTurn(ctx, "presence", askLimit);
  const { visitorId } = requireMember(ctx);
  const handle = roomHandle(ctx.config.TICKET_SECRET, "presence", subject, visitorId);
  return { handle, ...seen(subject, await root(ctx, subject).view()) };
}

/** All subjects and the lobby at once. */
export async function listPresence(ctx: RequestCtx) {
  await takeTurn(ctx, "presence", askLimit);
  const subjects = await Promise.all(
    presenceSubjects.map(async (subject) => seen(subject, await root(ctx, subject).view())),
  );
  return { subjects };
}

export function root(ctx: RequestCtx, subject: PresenceSubject): PresenceRootApi {
  return ctx.rooms.get<PresenceRootApi>("PRESENCE_ROOT", subject);
}

/** What is shown of a subject: counts, and a sample of people. */
export function seen(subject: PresenceSubject, { n, by, acts, sample }: Totals) {
  return { subject, n, by, acts, sample: [...sample] };
}
