/** Takes a guardian's answer for a child's account. */
import type { RequestCtx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { sha256Hex } from "../../platform/hmac.ts";
import {
  findOpenQuestion,
  type GuardianAnswer,
  isConsentedHere,
  recordGuardianAnswer,
} from "./guardian.repo.ts";

export interface GuardianAnswerInput {
  token: string;
  answer: "consented" | "declined";
  /** The child may also share links outside; never assumed. */
  allowSharing?: boolean | undefined;
}

export type GuardianAnswered = { status: "recorded" } | { status: "closed" };

/** The first answer counts, whatever is retried or raced; later ones find it closed. */
export async function answerGuardianRequest(
  ctx: RequestCtx,
  input: GuardianAnswerInput,
): Promise<GuardianAnswered> {
  return recordAnswer(ctx, {
    tokenHash: await sha256Hex(input.token),
    answer: input.answer,
    allowSharing: input.allowSharing === true,
    method: "email_page",
  });
}

/** Two round trips: whose question it is, then the answer with its fact, `person.admitted`. */
export async function recordAnswer(
  ctx: RequestCtx,
  given: Omit<GuardianAnswer, "now">,
): Promise<GuardianAnswered> {
  const now = ctx.clock.now();
  const question = await findOpenQuestion(ctx.db, given.tokenHash, now);
  if (!question) return { status: "closed" };
  const { childId: userId, childVisitorId: visitorId } = question;
  const event = ctx.events.fact("person.admitted", { visitorId, userId, props: {} });
  const statements = recordGuardianAnswer({ ...given, now });
  const onlyIf = isConsentedHere(given.tokenHash);
  const { rows } = await commitWithEvents(ctx, statements, [{ event, onlyIf }]);
  return { status: rows[1]?.length ? "recorded" : "closed" };
}
