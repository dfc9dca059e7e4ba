/** The landing page was asked for, and its first interaction, by a browser that a link brought. */
import type { TelemetryName } from "#shared/events.ts";
import { type RequestCtx, requirePerson } from "../../platform/context.ts";
import { sendTelemetry } from "../../platform/telemetry.ts";
import { readVisitor } from "../../platform/visitor-cookie.ts";
import { hitKind } from "./record-hit.ts";

export type TouchOutcome = { status: "recorded" } | { status: "not_invited" };

/** Sends `invite.opened`; stored once for each link, visitor and hour of the touch. */
export async function recordOpen(ctx: RequestCtx): Promise<TouchOutcome> {
  return sendTouch(ctx, "invite.opened");
}

/** Sends `invite.engaged`; stored once for each link and visitor. */
export async function markEngaged(ctx: RequestCtx): Promise<TouchOutcome> {
  return sendTouch(ctx, "invite.engaged");
}

async function sendTouch(ctx: RequestCtx, name: TelemetryName): Promise<TouchOutcome> {
  const touch = ctx.attribution;
  const brought = touch && (await readVisitor(ctx.cookies, ctx.config.COOKIE_SECRET));
  const human = hitKind("GET", ctx.request.headers, ctx.request.bot) === "human";
  if (!touch || !brought || !human) return { status: "not_invited" };
  const person = requirePerson(ctx);
  const now = ctx.clock.now();
  sendTelemetry(ctx, {
    type: "event",
    event: {
      eventId: ctx.ids.next("evt"),
      name,
      schemaVersion: 1,
      occurredAt: name === "invite.opened" ? touch.touchedAt : now,
      receivedAt: now,
      visitorId: person.visitorId,
      userId: person.kind === "member" ? person.userId : null,
      sessionId: null,
      loop: touch.loop,
      linkId: touch.linkId,
      inviterVisitorId: null,
      props: name === "invite.opened" ? { weak: false } : {},
    },
  });
  return { status: "recorded" };
}
