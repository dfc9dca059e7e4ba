/** Keeps what a tutor wants to be shown of: which subjects, and whether at all. */
import type { Subject } from "#shared/vocabulary.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { nameBytes, tutorSlugFrom } from "./tutor-name.ts";
import { upsertTutorPage } from "./tutors.repo.ts";
import { named, type OwnTutorPage } from "./view-tutor.ts";

const slugTries = 5;

/**
 * One round trip, and another one for each new address that is taken. The first call gives the
 * page its address, which stays.
 */
export async function keepTutorPage(
  ctx: RequestCtx,
  input: { subjects: readonly Subject[]; published: boolean },
  random = () => crypto.getRandomValues(new Uint8Array(nameBytes)),
): Promise<OwnTutorPage> {
  const { userId } = requireMember(ctx);
  const now = new Date(ctx.clock.now());
  for (let attempt = 1; ; attempt++) {
    const slug = tutorSlugFrom(random());
    try {
      return named(await upsertTutorPage(ctx.db, { ...input, userId, slug, now }));
    } catch (error) {
      if (attempt >= slugTries || !isTakenSlug(error)) throw error;
    }
  }
}

function isTakenSlug(error: unknown): boolean {
  const source = error instanceof Error && error.cause ? error.cause : error;
  return (source as { constraint?: unknown } | null)?.constraint === "tutor_pages_slug_key";
}
