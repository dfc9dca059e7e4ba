/** Records that somebody or something asked for a smart link. */
import type { LinkId } from "#shared/ids.ts";
import type { VisitCtx } from "../../platform/context.ts";
import { type HitMessage, sendTelemetry, type Utm } from "../../platform/telemetry.ts";
import { visitorCookie } from "../../platform/visitor-cookie.ts";
import { weakKey } from "./weak-key.ts";

/** The standard one, and the one that WebKit and older browsers send. */
const purposes = ["sec-purpose", "purpose"] as const;

/** What kind of client asks, from its method and headers. Only a human's hit may become an open. */
export function hitKind(method: string, headers: Headers, bot: boolean): HitMessage["kind"] {
  if (method === "HEAD") return "head";
  const announced = purposes.some((name) => {
    const purpose = headers.get(name);
    return purpose !== null && /prefetch|preview|prerender/i.test(purpose);
  });
  if (announced) return "prefetch";
  return bot ? "bot" : "human";
}

/** Goes by the queue, which nobody waits for. `utm` is kept with a person's hit alone. */
export function recordHit(
  ctx: VisitCtx,
  linkId: LinkId,
  kind: HitMessage["kind"],
  utm: Utm | null = null,
): void {
  const weakly = kind === "human" && !ctx.cookies.brought(visitorCookie);
  const hit: HitMessage = {
    type: "hit",
    hitId: ctx.ids.next("hit"),
    linkId,
    kind,
    at: ctx.clock.now(),
  };
  if (weakly) hit.weakKey = clientKey(ctx);
  if (kind === "human" && utm) hit.utm = utm;
  sendTelemetry(ctx, hit);
}

/** The client's weak key today. */
export function clientKey(ctx: VisitCtx): string {
  const { headers, agent } = ctx.request;
  const client = { address: headers.get("cf-connecting-ip") ?? "", userAgent: agent };
  return weakKey(client, ctx.config.COOKIE_SECRET, ctx.clock.now());
}
