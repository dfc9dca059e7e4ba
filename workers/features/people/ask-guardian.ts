/** Asks a guardian by mail whether a child may have its account. */
import type { UserId } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import { randomToken, sha256Hex } from "../../platform/hmac.ts";
import { mailerOf } from "../../platform/mailer.ts";
import type { GuardianQuestion } from "./guardian.repo.ts";
import { guardianWords } from "./mail-words.ts";

export type NewQuestion = GuardianQuestion & { token: string };

export async function newGuardianQuestion(ctx: Ctx, childId: UserId): Promise<NewQuestion> {
  const token = randomToken(16);
  return {
    id: ctx.ids.next("consent"),
    childId,
    token,
    tokenHash: await sha256Hex(token),
    askedAt: new Date(ctx.clock.now()),
  };
}

/**
 * Mails the question. A failure is logged, not thrown: the account stands already, and the child's
 * next sign-in asks again.
 */
export async function mailGuardian(
  ctx: Ctx,
  question: NewQuestion,
  to: { guardianEmail: string; childAlias: string },
): Promise<void> {
  const link = `${ctx.config.APP_URL}/guardian/confirm?token=${question.token}`;
  const words = guardianWords({ link, childAlias: to.childAlias });
  try {
    await mailerOf(ctx).send({ to: to.guardianEmail, ...words, idempotencyKey: question.id });
  } catch (error) {
    ctx.log.error("guardian mail failed", error, { userId: question.childId });
  }
}
