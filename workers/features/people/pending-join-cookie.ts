/** `__Host-vt_join`: which sign-in request this browser made, so that the code works here only. */
import { type Id, isId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { openValue, sealValue } from "../../platform/sealed-value.ts";
import { signInLifeMs } from "./sign-in-code.ts";

const name = "__Host-vt_join";
const purpose = "pending-join.v1";

type Browser = Pick<RequestCtx, "cookies" | "config">;

export function rememberPendingJoin(ctx: Browser, joinId: Id<"join">): void {
  const value = sealValue(ctx.config.COOKIE_SECRET, purpose, joinId);
  ctx.cookies.set(name, value, signInLifeMs / 1000);
}

/** Null where this browser asked for nothing, or the cookie is not ours. */
export function readPendingJoin(ctx: Browser): Id<"join"> | null {
  const text = ctx.cookies.get(name);
  const value = text ? openValue(ctx.config.COOKIE_SECRET, purpose, text) : null;
  return isId("join", value) ? value : null;
}

export function forgetPendingJoin(ctx: Browser): void {
  if (ctx.cookies.get(name)) ctx.cookies.set(name, "", 0);
}
