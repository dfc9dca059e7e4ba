/** A micro-deck from its door to its end; each stage stands in for the one before. */
import { RiverStrip } from "#app/ui/art/river-strip.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Stones } from "#app/ui/stones.tsx";
import { subjectNames } from "#shared/vocabulary.ts";
import { DeckEnd } from "./deck-end.tsx";
import { DeckFeedback } from "./deck-feedback.tsx";
import { DeckIntro } from "./deck-intro.tsx";
import { DeckQuestion } from "./deck-question.tsx";
import { type Challenge, progressOf, type Run, stonesOf } from "./deck-stage.ts";
import type { DeckSummary } from "./deck-summary.ts";
import { DeckTimer } from "./deck-timer.tsx";
import { StepForm } from "./step-form.tsx";
import { type DeckPlay, useDeckPlay } from "./use-deck-play.ts";
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

/** The deck above, the river below. */
export function DeckPage({ deck, challenge, run, now, guest, invited }: DeckPageProps) {
  const play = useDeckPlay(deck.id, { run, now });
  useFirstInteraction(invited);
  const { stage } = play;
  const door = { summary: deck, challenge, guest, play };
  return (
    <>
      {stage.stage === "intro" ? <DeckIntro {...door} /> : null}
      {stage.stage === "end" ? <DeckEnd {...door} run={stage.run} /> : null}
      {stage.stage === "intro" || stage.stage === "end" ? null : (
        <OnTheWay summary={deck} run={stage.run} play={play} />
      )}
      <RiverStrip progress={progressOf(stage)} />
    </>
  );
}

interface OnTheWayProps {
  summary: DeckSummary;
  run: Run;
  play: DeckPlay;
}

/** Question or explanation, under the stones that show how far one is. */
function OnTheWay({ summary, run, play }: OnTheWayProps) {
  const { stage } = play;
  const here = stage.stage === "question" ? stage.number : null;
  return (
    <div className="column max-w-3xl py-5 sm:py-10">
      <div className="mb-7 sm:mb-10">
        <div className="mb-3 flex items-center justify-between gap-4">
          <p className="font-bold text-soft">{`${subjectNames[summary.subject]}: ${summary.title}`}</p>
          <DeckTimer startedAt={run.startedAt} now={play.now} />
        </div>
        <Stones stones={stonesOf(run, here)} label={`Your way through ${summary.title}`} />
      </div>
      {stage.stage === "question" ? (
        <DeckQuestion
          key={stage.question.id}
          run={run}
          question={stage.question}
          number={stage.number}
          play={play}
        />
      ) : null}
      {stage.stage === "feedback" ? (
        <DeckFeedback
          key={stage.answered.questionId}
          deckId={summary.id}
          answered={stage.answered}
          number={stage.number}
          last={stage.last}
          play={play}
        />
      ) : null}
      {stage.stage === "unsent" ? <Unsent run={run} play={play} /> : null}
    </div>
  );
}

function Unsent({ run, play }: Omit<OnTheWayProps, "summary">) {
  return (
    <Card className="text-center">
      <h1 className="text-title">All questions are answered</h1>
      <p className="mt-2 mb-5 text-soft">One tap, and your score is there.</p>
      <StepForm step="complete" fields={{ runId: run.runId }} onSubmit={play.submit}>
        <Button type="submit" tone="sun" size="large">
          See my score
        </Button>
      </StepForm>
    </Card>
  );
}
