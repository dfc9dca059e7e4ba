/** Turns what a person asks to share into what the link's record carries: measured, and theirs. */
import type { Destination } from "#db/schema/smart-links.ts";
import { deckSubjects } from "#shared/deck-subjects.ts";
import type { RunId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import type { Member } from "../../platform/actor.ts";
import { AppError } from "../../platform/app-error.ts";
import type { RequestCtx } from "../../platform/context.ts";
import type { RecordParams } from "./destinations.ts";
import { findOwnCohort, findOwnResult, findOwnTutorPage } from "./shareable.repo.ts";
import { viewResultCard } from "./view-result-card.ts";

interface Asked {
  loop: Loop;
  destination: Destination;
  params: { deckId?: string; resultId?: RunId | undefined; slug?: string };
}

/**
 * One round trip, or none for a deck without a result. Throws NOT_FOUND for what does not exist or
 * is not the person's to share, CONSENT_NEEDED for a child's result without consent to sharing.
 */
export async function issueRecordParams(
  ctx: RequestCtx,
  inviter: Member,
  { loop, destination, params }: Asked,
): Promise<RecordParams[Destination]> {
  const { deckId = "", resultId, slug = "" } = params;
  switch (destination) {
    case "fvm.deck":
      return deckParams(ctx, inviter, deckId, resultId ?? null);
    case "results.card":
      return cardParams(ctx, loop, resultId);
    case "cohort.room":
      return found(await findOwnCohort(ctx.db, slug, inviter.userId));
    case "tutor.profile":
      return found(await findOwnTutorPage(ctx.db, slug, inviter.userId));
  }
}

/** The challenge is what the server measured, never what the browser says. */
async function deckParams(ctx: RequestCtx, inviter: Member, deckId: string, runId: RunId | null) {
  if (!deckSubjects[deckId]) throw new AppError("NOT_FOUND");
  if (!runId) return { deckId };
  const challenge = found(await findOwnResult(ctx.db, runId, inviter.visitorId, deckId));
  return { deckId, challenge };
}

/** A rally is of one's own result, and a proud parent's of a child's. */
async function cardParams(ctx: RequestCtx, loop: Loop, resultId: RunId | undefined) {
  if (!resultId) throw new AppError("NOT_FOUND");
  const { card, shareable } = await viewResultCard(ctx, { resultId });
  if (card.loop !== loop) throw new AppError("FORBIDDEN");
  if (!shareable) throw new AppError("CONSENT_NEEDED");
  return card;
}

function found<T>(value: T | null): T {
  if (value === null) throw new AppError("NOT_FOUND");
  return value;
}
