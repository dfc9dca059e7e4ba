/** A finished deck as its result, for the student, the student's guardian and tutor. */
import type { RunId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, ownerOf, requirePerson } from "../../platform/context.ts";
import { findDeck } from "./deck-catalogue.ts";
import { practiseNext, type SkillScore, scoreBySkill } from "./deck-run.ts";
import { listResults } from "./micro-decks.repo.ts";
import { type EarlierRun, findResult, type PeerScores, type ResultOwner } from "./results.repo.ts";
import { mapSkills, type SkillMap } from "./skill-map.ts";
import { type DeckSummary, summarizeDeck } from "./view-landing.ts";

export interface Result {
  runId: RunId;
  deck: DeckSummary;
  score: number;
  total: number;
  durationMs: number;
  completedAt: number;
  flagged: boolean;
  skills: SkillScore[];
  practiseNext: string[];
  /** How the subject's skills went in this run and the last ones before it. */
  skillMap: SkillMap;
  /** Null while too few others have finished the deck. */
  peers: PeerScores | null;
  owner: ResultOwner;
}

/** Throws NOT_FOUND where it is not finished, or not for this person's eyes. */
export async function viewResult(ctx: Ctx, input: { runId: RunId }): Promise<Result> {
  const person = requirePerson(ctx);
  const run = await findResult(ctx.db, input.runId, ownerOf(person));
  const deck = run && findDeck(run.deckId);
  if (!run || !deck) throw new AppError("NOT_FOUND");
  const skills = scoreBySkill(deck, run.answers);
  return {
    runId: run.runId,
    deck: summarizeDeck(deck),
    score: run.score ?? 0,
    total: deck.questions.length,
    durationMs: run.durationMs ?? 0,
    completedAt: run.completedAt ?? 0,
    flagged: run.flagged,
    skills,
    practiseNext: practiseNext(skills),
    skillMap: mapSkills(run.earlier.flatMap(withDeck)),
    peers: run.peers,
    owner: run.owner,
  };
}

/** A deck that is no longer there has no skills to show. */
function withDeck({ deckId, answers, at }: EarlierRun) {
  const deck = findDeck(deckId);
  return deck ? [{ deck, answers, at }] : [];
}

export interface ResultSummary {
  runId: RunId;
  deckId: string;
  title: string;
  subject: DeckSummary["subject"];
  score: number;
  total: number;
  durationMs: number;
  completedAt: number;
}

const pageSize = 20;

/** The person's results, newest first, 20 a page. */
export async function viewMyResults(
  ctx: Ctx,
  input: { before: { completedAt: number; runId: RunId } | null },
): Promise<{ items: ResultSummary[]; more: boolean }> {
  const person = requirePerson(ctx);
  const before = input.before && {
    completedAt: new Date(input.before.completedAt),
    runId: input.before.runId,
  };
  const runs = await listResults(ctx.db, ownerOf(person), before, pageSize + 1);
  const items = runs.slice(0, pageSize).flatMap((run) => {
    const deck = findDeck(run.deckId);
    if (!deck) return [];
    return {
      runId: run.runId,
      deckId: run.deckId,
      title: deck.title,
      subject: deck.subject,
      score: run.score ?? 0,
      total: deck.questions.length,
      durationMs: run.durationMs ?? 0,
      completedAt: run.completedAt ?? 0,
    };
  });
  return { items, more: runs.length > pageSize };
}
