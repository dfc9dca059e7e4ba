/** Turns an admin's second factor off. */
import type { RequestCtx } from "../../platform/context.ts";
import { type CodeOutcome, checkTypedCode } from "./check-typed-code.ts";
import { forgetSecondFactor } from "./second-factors.repo.ts";

export type SecondFactorRevoked = { status: "revoked" } | CodeOutcome;

/** Needs a code, as giving it does. Two round trips. */
export async function revokeSecondFactor(
  ctx: RequestCtx,
  input: { code: string },
): Promise<SecondFactorRevoked> {
  const checked = await checkTypedCode(ctx, input.code, "proven");
  if (checked.status !== "proves") return checked;
  const gone = await forgetSecondFactor(ctx.db, checked.asking, checked.proof);
  return { status: gone ? "revoked" : "wrong_code" };
}
