/** `__Host-vt_passkey`: the challenge this browser was given, so that only it can answer. */
import { isId, type UserId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { randomToken } from "../../platform/hmac.ts";
import { openValue, sealValue } from "../../platform/sealed-value.ts";

/** How long an answer may take, in milliseconds. */
export const challengeLifeMs = 5 * 60_000;

const name = "__Host-vt_passkey";
const purposes = { add: "passkey-add.v1", signIn: "passkey-sign-in.v1" };

export interface Challenge {
  /** 256 random bits, base64url. */
  challenge: string;
  /** Who adds a passkey; null for a sign-in, where nobody is known yet. */
  userId: UserId | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

type Purpose = keyof typeof purposes;
type Browser = Pick<RequestCtx, "cookies" | "config" | "clock">;

/** Gives this browser a new challenge; an earlier one is forgotten. */
export function giveChallenge(ctx: Browser, purpose: Purpose, userId: UserId | null): string {
  const challenge = randomToken(32);
  const given: Challenge = { challenge, userId, expiresAt: ctx.clock.now() + challengeLifeMs };
  const value = sealValue(ctx.config.COOKIE_SECRET, purposes[purpose], given);
  ctx.cookies.set(name, value, challengeLifeMs / 1000);
  return challenge;
}

/** Null where the browser was given none, for something else or somebody else, or too long ago. */
export function takeChallenge(
  ctx: Browser,
  purpose: Purpose,
  userId: UserId | null,
): Challenge | null {
  const text = ctx.cookies.get(name);
  if (!text) return null;
  ctx.cookies.set(name, "", 0);
  const value = openValue(ctx.config.COOKIE_SECRET, purposes[purpose], text);
  return isChallenge(value) && value.userId === userId && value.expiresAt > ctx.clock.now()
    ? value
    : null;
}

/** Only we can have sealed it; what else we seal has other purposes. */
function isChallenge(value: unknown): value is Challenge {
  const { challenge, userId, expiresAt } = (value ?? {}) as Partial<Challenge>;
  const known = userId === null || isId("user", userId);
  return typeof challenge === "string" && typeof expiresAt === "number" && known;
}
