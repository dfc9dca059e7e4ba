/** Where a smart link may lead: an allow-list of routes with typed params, never a URL. */
import * as z from "zod";
import type { Destination } from "#db/schema/smart-links.ts";
import { cardPagePath } from "#shared/card-slug.ts";
import { cardScores, cardStreaks, cardSubjects } from "#shared/share-card.ts";
import { loops, personas, subjects } from "#shared/vocabulary.ts";

const slug = z.string().regex(/^[a-z0-9-]{3,40}$/);
const count = z.number().int().min(0).max(1_000_000_000);

/** The inviter's result, as the server knows it. */
const challenge = z.strictObject({ score: count, total: count, durationMs: count });

/** The params a record carries, by destination. */
export const recordParams = {
  "fvm.deck": z.strictObject({ deckId: slug, challenge: challenge.optional() }),
  "results.card": z.strictObject({
    persona: z.enum(personas),
    loop: z.enum(loops),
    subject: z.enum(cardSubjects),
    score: z.literal(cardScores),
    streakDays: z.literal(cardStreaks),
  }),
  "cohort.room": z.strictObject({ slug, subject: z.enum(subjects).optional() }),
  "tutor.profile": z.strictObject({ slug, subject: z.enum(subjects).optional() }),
} as const;

export type RecordParams = { [D in Destination]: z.infer<(typeof recordParams)[D]> };

/** A record's destination with its params, or null where they do not belong together. */
export function readDestination(link: { destination: string; params: unknown }) {
  return (
    read("fvm.deck", link) ??
    read("results.card", link) ??
    read("cohort.room", link) ??
    read("tutor.profile", link)
  );
}

function read<D extends Destination>(name: D, link: { destination: string; params: unknown }) {
  if (link.destination !== name) return null;
  const parsed = recordParams[name].safeParse(link.params);
  return parsed.success ? { name, params: parsed.data as RecordParams[D] } : null;
}

/** The path of a destination, or null when the record's params are not of its shape. */
export function destinationPath(destination: string, params: unknown): string | null {
  const known = readDestination({ destination, params });
  switch (known?.name) {
    case "fvm.deck":
      return `/fvm/${known.params.deckId}`;
    case "results.card":
      return cardPagePath(known.params);
    case "cohort.room":
      return `/cohort/${known.params.slug}`;
    case "tutor.profile":
      return `/tutors/${known.params.slug}`;
    default:
      return null;
  }
}
