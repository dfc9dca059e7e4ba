/** Records that somebody or something asked for a smart link. */
import type { LinkId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { type HitMessage, sendTelemetry } from "../../platform/telemetry.ts";

/** What kind of client asks, from its method and headers. Only a human's hit may become an open. */
export function hitKind(method: string, headers: Headers, bot: boolean): HitMessage["kind"] {
  if (method === "HEAD") return "head";
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? "";
  if (purpose.includes("prefetch") || purpose.includes("preview")) return "prefetch";
  return bot ? "bot" : "human";
}

export function recordHit(ctx: RequestCtx, linkId: LinkId, kind: HitMessage["kind"]): void {
  sendTelemetry(ctx, {
    type: "hit",
    hitId: ctx.ids.next("hit"),
    linkId,
    kind,
    at: ctx.clock.now(),
  });
}
