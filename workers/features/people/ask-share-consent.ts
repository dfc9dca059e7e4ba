/** Asks a minor's guardian by mail whether links may leave Vel Tutor. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { randomToken, sha256Hex } from "../../platform/hmac.ts";
import { mailerOf } from "../../platform/mailer.ts";
import { shareWords } from "./mail-words.ts";
import { forgetShareQuestion, storeShareQuestion } from "./share-consents.repo.ts";

export interface ShareAsked {
  status: "asked" | "allowed" | "guardian_needed";
}

/**
 * The guardian who is known is asked; only where there is none, the address given. While a question
 * is open, asking again changes nothing for a day. Throws BAD_INPUT for the person's own address,
 * RATE_LIMITED above 3 questions in 7 days, UNAVAILABLE when the mail cannot be sent.
 */
export async function askShareConsent(
  ctx: RequestCtx,
  input: { guardianEmail?: string | undefined },
): Promise<ShareAsked> {
  const { userId: childId, minor } = requireMember(ctx);
  if (!minor) return { status: "allowed" };
  const token = randomToken(16);
  const id = ctx.ids.next("consent");
  const asked = await storeShareQuestion(ctx.db, {
    id,
    childId,
    tokenHash: await sha256Hex(token),
    guardianEmail: input.guardianEmail ?? null,
    now: ctx.clock.now(),
  });
  if (asked.allowed) return { status: "allowed" };
  if (asked.guardianEmail === null) return { status: "guardian_needed" };
  if (asked.guardianEmail === asked.ownEmail) {
    const message = "Please give the e-mail address of your parent or guardian, not your own.";
    throw new AppError("BAD_INPUT", { message });
  }
  if (asked.toMail) await mailQuestion(ctx, { id, token, to: asked.guardianEmail, ...asked });
  else if (asked.limited) {
    throw new AppError("RATE_LIMITED", {
      message: "You have asked several times this week. Please talk to your guardian.",
    });
  }
  return { status: "asked" };
}

async function mailQuestion(
  ctx: RequestCtx,
  mail: { id: Parameters<typeof forgetShareQuestion>[1]; token: string; to: string; alias: string },
): Promise<void> {
  const link = `${ctx.config.APP_URL}/guardian/share?token=${mail.token}`;
  const words = shareWords({ link, childAlias: mail.alias });
  try {
    await mailerOf(ctx).send({ to: mail.to, ...words, idempotencyKey: mail.id });
  } catch (error) {
    await forgetShareQuestion(ctx.db, mail.id);
    throw error;
  }
}
