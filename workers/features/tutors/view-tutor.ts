/** A tutor's page: the public one, and the own one with its settings. */
import type { Subject } from "#shared/vocabulary.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { type FinishedBand, finishedBand } from "./finished-decks.ts";
import { tutorNameOf } from "./tutor-name.ts";
import { findPublicTutorPage, findTutorPage, type TutorPage } from "./tutors.repo.ts";

export interface PublicTutor {
  slug: string;
  name: string;
  subjects: readonly Subject[];
  /** Decks that the tutor's students finished, at least. */
  finishedDecks: FinishedBand;
}

/** One round trip. Throws NOT_FOUND where there is no public page. */
export async function viewTutor(ctx: RequestCtx, input: { slug: string }): Promise<PublicTutor> {
  const name = tutorNameOf(input.slug);
  const page = name && (await findPublicTutorPage(ctx.db, input.slug));
  if (!name || !page) throw new AppError("NOT_FOUND");
  const { slug, subjects, finished } = page;
  return { slug, name, subjects, finishedDecks: finishedBand(finished) };
}

export interface OwnTutorPage extends TutorPage {
  name: string;
}

/** One round trip; null before the tutor made one. */
export async function viewOwnTutorPage(ctx: RequestCtx): Promise<{ page: OwnTutorPage | null }> {
  const page = await findTutorPage(ctx.db, requireMember(ctx).userId);
  return { page: page && named(page) };
}

export function named(page: TutorPage): OwnTutorPage {
  return { ...page, name: tutorNameOf(page.slug) ?? "" };
}
