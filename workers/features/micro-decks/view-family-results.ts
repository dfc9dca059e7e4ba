/** Shows a guardian what the children finished last. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { childHandle } from "../../platform/room-handle.ts";
import { findDeck } from "./deck-catalogue.ts";
import { listChildResults } from "./family-results.repo.ts";

const eachChild = 5;

/** One round trip. `child` is the handle of the guardian's own page. */
export async function viewFamilyResults(ctx: Ctx) {
  const { userId } = requireMember(ctx);
  const rows = await listChildResults(ctx.db, userId, eachChild);
  const items = rows.flatMap(({ visitorId, runId, deckId, score, completedAt }) => {
    const deck = findDeck(deckId);
    if (!deck) return [];
    const { title, questions } = deck;
    const result = { runId, deckId, title, score, total: questions.length, completedAt };
    return [{ child: childHandle(ctx.config.TICKET_SECRET, userId, visitorId), ...result }];
  });
  return { items };
}
