/** The card of a result, as its student or the student's guardian would share it. */
import type { RunId } from "#shared/ids.ts";
import type { CardFields } from "#shared/share-card.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { resultCard } from "./result-card.ts";
import { findSharedResult } from "./shareable.repo.ts";

export interface ResultCard {
  card: CardFields;
  /** False for a minor's result without a guardian's consent to sharing. */
  shareable: boolean;
}

/** One round trip. Throws NOT_FOUND for an unfinished run, and for one of somebody else. */
export async function viewResultCard(
  ctx: RequestCtx,
  input: { resultId: RunId },
): Promise<ResultCard> {
  const person = requireMember(ctx);
  const result = await findSharedResult(ctx.db, input.resultId, person);
  if (!result) throw new AppError("NOT_FOUND");
  const own = result.owner === "you";
  return {
    card: resultCard(result, person.persona, ctx.clock.now()),
    shareable: own ? !person.minor || person.shareConsent : result.shareConsent,
  };
}
