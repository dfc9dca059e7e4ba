/** Takes an admin's code for this session. */
import type { RequestCtx } from "../../platform/context.ts";
import { type CodeOutcome, checkTypedCode } from "./check-typed-code.ts";
import { safeReturnTo } from "./return-to.ts";
import { acceptCode } from "./second-factors.repo.ts";

export type SecondFactorChecked = { status: "given"; returnTo: string } | CodeOutcome;

/**
 * A code of the app, or a recovery code; each counts once, whatever is raced. After five wrong
 * ones in a row there is a wait. Two round trips.
 */
export async function checkSecondFactor(
  ctx: RequestCtx,
  input: { code: string; returnTo?: string | undefined },
): Promise<SecondFactorChecked> {
  const checked = await checkTypedCode(ctx, input.code, "proven");
  if (checked.status !== "proves") return checked;
  const accepted = await acceptCode(ctx.db, checked.asking, checked.proof);
  if (!accepted) return { status: "wrong_code" };
  return { status: "given", returnTo: safeReturnTo(input.returnTo) };
}
