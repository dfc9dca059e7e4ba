/** Finishes enrolling: the first code proves that the app has the secret. */
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { type CodeOutcome, checkTypedCode } from "./check-typed-code.ts";
import { newRecoveryCodes, readTypedCode, recoveryCodeHash } from "./recovery-code.ts";
import { acceptFirstCode } from "./second-factors.repo.ts";

export type SecondFactorConfirmed = { status: "enrolled"; recoveryCodes: string[] } | CodeOutcome;

/**
 * Two round trips. The recovery codes are shown this once. This session has given its factor; the
 * person's other sessions have to.
 */
export async function confirmSecondFactor(
  ctx: RequestCtx,
  input: { code: string },
): Promise<SecondFactorConfirmed> {
  const { userId } = requireMember(ctx);
  const checked = await checkTypedCode(ctx, input.code, "unproven");
  if (checked.status !== "proves") return checked;
  if (!("step" in checked.proof)) return { status: "wrong_code" };
  const recoveryCodes = newRecoveryCodes();
  const hashes = recoveryCodes.map((code) => {
    const typed = readTypedCode(code);
    const bare = "recovery" in typed ? typed.recovery : typed.app;
    return recoveryCodeHash(ctx.config.AUTH_SECRET, userId, bare);
  });
  const accepted = await acceptFirstCode(ctx.db, checked.asking, checked.proof.step, hashes);
  return accepted ? { status: "enrolled", recoveryCodes } : { status: "wrong_code" };
}
