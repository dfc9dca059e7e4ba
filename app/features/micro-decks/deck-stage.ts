/** What a person sees of a deck now, worked out from the run: pure, the same on server and browser. */
import type { Outputs } from "#app/trpc.ts";
import type { Stone } from "#app/ui/stones.tsx";

type ServedRun = Outputs["microDecks"]["start"];
export type Challenge = NonNullable<Outputs["microDecks"]["landing"]["challenge"]>;
/** `held`: the answer waits on this device, and nobody has checked it yet. */
export type Answered = ServedRun["answered"][number] & { held?: true };
export type Run = Omit<ServedRun, "answered"> & { answered: Answered[] };
export type Question = NonNullable<Run["next"]>;

export type DeckStage =
  | { stage: "intro" }
  | { stage: "question"; run: Run; question: Question; number: number }
  | { stage: "feedback"; run: Run; answered: Answered; number: number; last: boolean }
  /** Everything is answered, but the deck is not completed yet. */
  | { stage: "unsent"; run: Run }
  | { stage: "end"; run: Run };

/** `reviewing` is the question whose explanation is being read. */
export function deckStage(run: Run | null, reviewing: string | null): DeckStage {
  if (!run) return { stage: "intro" };
  const index = run.answered.findIndex((answered) => answered.questionId === reviewing);
  const answered = run.answered[index];
  if (answered) {
    const last = run.answered.length === run.total;
    return { stage: "feedback", run, answered, number: index + 1, last };
  }
  if (run.state === "completed") return { stage: "end", run };
  if (!run.next) return { stage: "unsent", run };
  return { stage: "question", run, question: run.next, number: run.answered.length + 1 };
}

/** One stone for each question; `here` is the number (from 1) of the one in front. */
export function stonesOf(run: Run, here: number | null): Stone[] {
  return Array.from({ length: run.total }, (_, index) => {
    const answered = run.answered[index];
    if (answered?.held) return "held";
    if (answered) return answered.correct ? "right" : "learned";
    return index + 1 === here ? "here" : "ahead";
  });
}

/** How far across the river, from 0 to 1. */
export function progressOf(stage: DeckStage): number {
  if (stage.stage === "intro") return 0;
  if (stage.stage === "end") return 1;
  return stage.run.answered.length / (stage.run.total + 1);
}

export type Standing = "ahead" | "level" | "behind";

/** More right answers win; with as many, the shorter time. Whole seconds, as people see them. */
export function compareToChallenge(
  own: { score: number; durationMs: number },
  challenge: { score: number; durationMs: number },
): Standing {
  if (own.score !== challenge.score) return own.score > challenge.score ? "ahead" : "behind";
  const seconds = (ms: number) => Math.round(ms / 1000);
  const lead = seconds(challenge.durationMs) - seconds(own.durationMs);
  if (lead === 0) return "level";
  return lead > 0 ? "ahead" : "behind";
}
