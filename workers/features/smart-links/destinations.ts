/** Where a smart link may lead: an allow-list of routes with typed params, never a URL. */
import * as z from "zod";

const deckId = z.string().regex(/^[a-z0-9-]{3,40}$/);
const count = z.number().int().min(0).max(1_000_000_000);

/** The inviter's result, as the server knows it. */
export const challenge = z.strictObject({ score: count, total: count, durationMs: count });

/** The params a record carries, by destination. */
export const recordParams = {
  "fvm.deck": z.strictObject({ deckId, challenge: challenge.optional() }),
  "cohort.room": z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{3,40}$/) }),
} as const;

export type FvmDeckParams = z.infer<(typeof recordParams)["fvm.deck"]>;

/** The path of a destination, or null when the record's params are not of its shape. */
export function destinationPath(destination: string, params: unknown): string | null {
  if (destination === "fvm.deck") {
    const parsed = recordParams["fvm.deck"].safeParse(params);
    return parsed.success ? `/fvm/${parsed.data.deckId}` : null;
  }
  if (destination === "cohort.room") {
    const parsed = recordParams["cohort.room"].safeParse(params);
    return parsed.success ? `/cohort/${parsed.data.slug}` : null;
  }
  return null;
}
