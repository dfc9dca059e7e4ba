/** A micro-deck from its door to its end; each stage stands in for the one before. */
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Stones } from "#app/ui/stones.tsx";
import { subjectNames } from "#shared/vocabulary.ts";
import { DeckEnd } from "./deck-end.tsx";
import { DeckFeedback } from "./deck-feedback.tsx";
import { DeckIntro } from "./deck-intro.tsx";
import { DeckQuestion } from "./deck-question.tsx";
import { type Challenge, type Run, stonesOf } from "./deck-stage.ts";
import type { DeckSummary } from "./deck-summary.ts";
import { DeckTimer } from "./deck-timer.tsx";
import { StepForm } from "./step-form.tsx";
import { useDeckRun } from "./use-deck-run.ts";
import { useFirstInteraction } from "./use-first-interaction.ts";

interface DeckPageProps {
  deck: DeckSummary;
  challenge: Challenge | null;
  run: Run | null;
  now: number;
  guest: boolean;
  /** A smart link brought this browser here. */
  invited: boolean;
}

export function DeckPage({ deck: summary, challenge, run, now, guest, invited }: DeckPageProps) {
  const deck = useDeckRun(summary.id, { run, now });
  useFirstInteraction(invited);
  const { stage } = deck;
  if (stage.stage === "intro") {
    return <DeckIntro summary={summary} challenge={challenge} guest={guest} deck={deck} />;
  }
  if (stage.stage === "end") {
    return (
      <DeckEnd summary={summary} challenge={challenge} run={stage.run} guest={guest} deck={deck} />
    );
  }
  const here = stage.stage === "question" ? stage.number : null;
  return (
    <div data-subject={summary.subject} className="column max-w-3xl py-5 sm:py-10">
      <div className="mb-7 sm:mb-10">
        <div className="mb-3 flex items-center justify-between gap-4">
          <p className="font-bold text-soft">{`${subjectNames[summary.subject]}: ${summary.title}`}</p>
          <DeckTimer startedAt={stage.run.startedAt} now={deck.now} />
        </div>
        <Stones stones={stonesOf(stage.run, here)} label={`Your way through ${summary.title}`} />
      </div>
      {stage.stage === "question" ? (
        <DeckQuestion
          key={stage.question.id}
          run={stage.run}
          question={stage.question}
          number={stage.number}
          deck={deck}
        />
      ) : null}
      {stage.stage === "feedback" ? (
        <DeckFeedback
          key={stage.answered.questionId}
          deckId={summary.id}
          answered={stage.answered}
          number={stage.number}
          last={stage.last}
          deck={deck}
        />
      ) : null}
      {stage.stage === "unsent" ? (
        <Card className="text-center">
          <h1 className="text-title">All questions are answered</h1>
          <p className="mt-2 mb-5 text-soft">One tap, and your score is there.</p>
          <StepForm step="complete" fields={{ runId: stage.run.runId }} onSubmit={deck.submit}>
            <Button type="submit" tone="sun" size="large">
              See my score
            </Button>
          </StepForm>
        </Card>
      ) : null}
    </div>
  );
}
