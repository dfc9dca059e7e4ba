/** Counts a try of a second factor and finds what the typed code proves. */
import type { UserId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { decryptText } from "../../platform/encrypted-value.ts";
import { readTypedCode, recoveryCodeHash } from "./recovery-code.ts";
import {
  type Asking,
  type CodeProof,
  countTry,
  type SecondFactorRow,
} from "./second-factors.repo.ts";
import { matchTotp } from "./totp.ts";
import { totpSealing } from "./totp-sealing.ts";

export type CodeOutcome = { status: "wrong_code" } | { status: "wait"; retryAfterS: number };
export type CheckedCode = CodeOutcome | { status: "proves"; asking: Asking; proof: CodeProof };

/**
 * One round trip. A recovery code proves only what the next statement finds to be one. Throws
 * CONFLICT where no app is enrolled (or, with `unproven`, none is being enrolled).
 */
export async function checkTypedCode(
  ctx: RequestCtx,
  text: string,
  expects: "proven" | "unproven",
): Promise<CheckedCode> {
  const { userId, sessionId } = requireMember(ctx);
  if (!sessionId) throw new AppError("FORBIDDEN");
  const asking = { userId, sessionId, now: ctx.clock.now() };
  const tried = await countTry(ctx.db, userId, asking.now);
  if (tried.status === "wait") return tried;
  const proven = tried.status === "counted" && tried.factor.confirmedAt !== null;
  if (tried.status === "none" || proven !== (expects === "proven")) {
    throw new AppError("CONFLICT");
  }
  const typed = readTypedCode(text);
  if ("recovery" in typed) {
    if (expects === "unproven") return { status: "wrong_code" };
    const { AUTH_SECRET } = ctx.config;
    const recoveryHash = recoveryCodeHash(AUTH_SECRET, userId, typed.recovery);
    return { status: "proves", asking, proof: { recoveryHash } };
  }
  const step = await stepOf(ctx, userId, tried.factor, typed.app);
  return step === null ? { status: "wrong_code" } : { status: "proves", asking, proof: { step } };
}

async function stepOf(
  ctx: RequestCtx,
  userId: UserId,
  factor: SecondFactorRow,
  code: string,
): Promise<number | null> {
  const secret = await decryptText(totpSealing(ctx.config.AUTH_SECRET, userId), factor.secret);
  if (secret === null) {
    throw new AppError("UNAVAILABLE", { cause: new Error("a second factor does not decrypt") });
  }
  return matchTotp(secret, code, { now: ctx.clock.now(), lastStep: factor.lastStep });
}
