/** The landing page was asked for, and its first interaction, by a browser that a link brought. */
import type { TouchName } from "#shared/events.ts";
import { type RequestCtx, requirePerson } from "../../platform/context.ts";
import { sendTelemetry } from "../../platform/telemetry.ts";
import { readVisitor, visitorCookie } from "../../platform/visitor-cookie.ts";
import { readUtmCookie } from "./attribution-cookie.ts";
import { clientKey, hitKind } from "./record-hit.ts";

export type TouchOutcome = { status: "recorded" } | { status: "not_invited" };

/**
 * Sends `invite.opened`; stored once for each link, visitor and hour of the touch. A person who
 * brought no cookie is counted weakly, if the same kind of client hit a link just before.
 */
export async function recordOpen(ctx: RequestCtx): Promise<TouchOutcome> {
  const outcome = await sendTouch(ctx, "invite.opened");
  if (outcome.status === "not_invited" && isHuman(ctx) && !ctx.cookies.brought(visitorCookie))
    sendWeakOpen(ctx);
  return outcome;
}

/** Sends `invite.engaged`; stored once for each link and visitor. Without cookies there is none. */
export async function markEngaged(ctx: RequestCtx): Promise<TouchOutcome> {
  return sendTouch(ctx, "invite.engaged");
}

function isHuman(ctx: RequestCtx): boolean {
  return hitKind("GET", ctx.request.headers, ctx.request.bot) === "human";
}

async function sendTouch(ctx: RequestCtx, name: TouchName): Promise<TouchOutcome> {
  const touch = ctx.attribution;
  const brought = touch && readVisitor(ctx.cookies, ctx.config.COOKIE_SECRET);
  if (!touch || !brought || !isHuman(ctx)) return { status: "not_invited" };
  const person = requirePerson(ctx);
  const now = ctx.clock.now();
  const opened = name === "invite.opened";
  const utm = opened ? readUtmCookie(ctx.cookies) : null;
  sendTelemetry(ctx, {
    type: "event",
    event: {
      eventId: ctx.ids.next("evt"),
      name,
      schemaVersion: 1,
      occurredAt: opened ? touch.touchedAt : now,
      receivedAt: now,
      visitorId: person.visitorId,
      userId: person.kind === "member" ? person.userId : null,
      sessionId: null,
      loop: touch.loop,
      linkId: touch.linkId,
      inviterVisitorId: null,
      props: opened ? { weak: false } : {},
    },
    ...(utm ? { utm } : {}),
  });
  return { status: "recorded" };
}

/** Which link it was, and whether it was one at all, the store finds out by the hit's key. */
function sendWeakOpen(ctx: RequestCtx): void {
  const { visitorId } = requirePerson(ctx);
  const seen = { eventId: ctx.ids.next("evt"), visitorId, at: ctx.clock.now() };
  sendTelemetry(ctx, { type: "weak_open", weakKey: clientKey(ctx), ...seen });
}
