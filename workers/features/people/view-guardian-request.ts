/** What a guardian sees before answering. */
import type { RequestCtx } from "../../platform/context.ts";
import { sha256Hex } from "../../platform/hmac.ts";
import { findOpenQuestion } from "./guardian.repo.ts";

export type GuardianRequest =
  | { status: "open"; childAlias: string; askedAt: number }
  | { status: "closed" };

/** Closed: unknown, expired, or answered already. Looking changes nothing. */
export async function viewGuardianRequest(
  ctx: RequestCtx,
  input: { token: string },
): Promise<GuardianRequest> {
  const hash = await sha256Hex(input.token);
  const question = await findOpenQuestion(ctx.db, hash, ctx.clock.now());
  if (!question) return { status: "closed" };
  return { status: "open", childAlias: question.childAlias, askedAt: question.askedAt.getTime() };
}
