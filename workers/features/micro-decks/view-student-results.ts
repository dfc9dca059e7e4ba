/** Shows a cohort's tutor what the students finished last. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { findDeck } from "./deck-catalogue.ts";
import { listStudentResults } from "./student-results.repo.ts";

const eachStudent = 3;

/** One round trip. `handle` is the student's in that cohort's room. */
export async function viewStudentResults(ctx: Ctx, { slug }: { slug: string }) {
  const { userId: tutor } = requireMember(ctx);
  const rows = await listStudentResults(ctx.db, { slug, tutor, each: eachStudent });
  const items = rows.flatMap(({ visitorId, runId, deckId, score, completedAt }) => {
    const deck = findDeck(deckId);
    if (!deck) return [];
    const { title, questions } = deck;
    const handle = roomHandle(ctx.config.TICKET_SECRET, "cohort", slug, visitorId);
    return [{ handle, runId, deckId, title, score, total: questions.length, completedAt }];
  });
  return { items };
}
