/** Takes a guardian's answer for a child's account. */
import type { RequestCtx } from "../../platform/context.ts";
import { sha256Hex } from "../../platform/hmac.ts";
import { recordGuardianAnswer } from "./guardian.repo.ts";

export interface GuardianAnswerInput {
  token: string;
  answer: "consented" | "declined";
  /** The child may also share links outside; never assumed. */
  allowSharing?: boolean | undefined;
}

/** The first answer counts, whatever is retried or raced; later ones find it closed. */
export async function answerGuardianRequest(
  ctx: RequestCtx,
  input: GuardianAnswerInput,
): Promise<{ status: "recorded" } | { status: "closed" }> {
  const recorded = await recordGuardianAnswer(ctx.db, {
    tokenHash: await sha256Hex(input.token),
    answer: input.answer,
    allowSharing: input.allowSharing === true,
    now: ctx.clock.now(),
  });
  return { status: recorded ? "recorded" : "closed" };
}
