/** The way through a deck: question or explanation, the last tap, and the far bank. */
import { useKeptRun } from "#app/offline/use-kept-run.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Stones } from "#app/ui/stones.tsx";
import { useWords } from "#app/words/use-words.ts";
import { DeckEnd } from "./deck-end.tsx";
import { DeckFeedback } from "./deck-feedback.tsx";
import { DeckQuestion } from "./deck-question.tsx";
import { type Challenge, type DeckStage, type Run, stonesOf } from "./deck-stage.ts";
import type { DeckSummary } from "./deck-summary.ts";
import { DeckTimer } from "./deck-timer.tsx";
import { StepForm } from "./step-form.tsx";
import type { DeckPlay } from "./use-deck-play.ts";

interface DeckCrossingProps {
  stage: Exclude<DeckStage, { stage: "intro" }>;
  summary: DeckSummary;
  challenge: Challenge | null;
  guest: boolean;
  play: DeckPlay;
}

export function DeckCrossing({ stage, ...door }: DeckCrossingProps) {
  useKeptRun(stage.run, door.play);
  if (stage.stage === "end") return <DeckEnd {...door} run={stage.run} />;
  return <OnTheWay stage={stage} summary={door.summary} play={door.play} />;
}

interface OnTheWayProps {
  stage: Exclude<DeckStage, { stage: "intro" | "end" }>;
  summary: DeckSummary;
  play: DeckPlay;
}

/** Question or explanation, under the stones that show how far one is. */
function OnTheWay({ stage, summary, play }: OnTheWayProps) {
  const t = useWords("deck");
  const s = useWords("shell");
  const { run } = stage;
  const here = stage.stage === "question" ? stage.number : null;
  return (
    <div className="column max-w-3xl py-5 sm:py-10 lg:max-w-4xl lg:pt-[5vh]">
      <div className="mb-7 sm:mb-10">
        <div className="mb-3 flex items-center justify-between gap-4">
          <p className="font-bold text-soft">
            {s(`subject_${summary.subject}`)}
            <span lang="en">{`: ${summary.title}`}</span>
          </p>
          <DeckTimer startedAt={run.startedAt} now={play.now} />
        </div>
        <Stones stones={stonesOf(run, here)} label={t("way", { deck: summary.title })} />
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

function Unsent({ run, play }: { run: Run; play: DeckPlay }) {
  const t = useWords("deck");
  const held = run.answered.some((answered) => answered.held);
  return (
    <Card className="text-center">
      <h1 className="text-title">{t("all_answered")}</h1>
      <p className="mt-2 mb-5 text-soft">{t(held ? "held_end" : "one_tap")}</p>
      <StepForm step="complete" fields={{ runId: run.runId }} onSubmit={play.submit}>
        <Button type="submit" tone="sun" size="large">
          {t(held ? "held_again" : "see_score")}
        </Button>
      </StepForm>
    </Card>
  );
}
