/** Opens a smart link: where it leads, with the cookies that remember who invited. */
import type { VisitCtx } from "../../platform/context.ts";
import { requirePerson } from "../../platform/context.ts";
import type { Utm } from "../../platform/telemetry.ts";
import { keepVisitor } from "../../platform/visitor-cookie.ts";
import { keepAttribution } from "./attribution-cookie.ts";
import { foldCode, hasGoodCheck } from "./link-code.ts";
import { findLink, recallLink } from "./link-records.ts";
import { resolveSmartLink, type SmartLink } from "./smart-link.ts";

export type OpenedLink =
  | { status: "open"; path: string; link: SmartLink }
  /** Unknown, bad, expired, revoked: told apart for nobody. */
  | { status: "unavailable" };

/**
 * Reads the code, finds and resolves the record. Sets no cookie: see `rememberTouch`. Waits only
 * where the isolate does not know the record, because each wait costs a warm link a part of its time.
 */
export function openSmartLink(ctx: VisitCtx, text: string): OpenedLink | Promise<OpenedLink> {
  const code = foldCode(text);
  const link = code && recordOf(ctx, code);
  if (!(link instanceof Promise)) return resolve(ctx, link);
  return link.then((found) => resolve(ctx, found));
}

function resolve(ctx: VisitCtx, link: SmartLink | null | ""): OpenedLink {
  if (!link) return { status: "unavailable" };
  const resolution = resolveSmartLink(link, ctx.clock.now());
  if (resolution.status !== "open") return { status: "unavailable" };
  return { status: "open", path: resolution.path, link };
}

/** A code that is remembered had good check characters when it was first asked for. */
function recordOf(ctx: VisitCtx, code: string): SmartLink | null | Promise<SmartLink | null> {
  const known = recallLink(code, ctx.clock.now());
  if (known !== undefined) return known;
  return hasGoodCheck(code, ctx.config.LINK_CODE_SECRET) ? findLink(ctx, code) : null;
}

/** Last touch overwrites; the visitor id is kept where the browser has none. */
export function rememberTouch(ctx: VisitCtx, link: SmartLink, utm: Utm | null = null): void {
  const secret = ctx.config.COOKIE_SECRET;
  const { visitorId } = requirePerson(ctx);
  const touch = { linkId: link.linkId, loop: link.loop, touchedAt: ctx.clock.now() };
  keepAttribution(ctx.cookies, secret, { ...touch, visitorId, utm });
  keepVisitor(ctx.cookies, secret, visitorId);
}
