/** The door of a deck: who invites, what comes, one button. */
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { SubjectGlyph } from "#app/ui/subject-glyph.tsx";
import { formatDuration } from "#app/ui/time-format.ts";
import { subjectNames } from "#shared/vocabulary.ts";
import type { Challenge } from "./deck-stage.ts";
import type { DeckSummary } from "./deck-summary.ts";
import { StepForm } from "./step-form.tsx";
import type { DeckPlay } from "./use-deck-play.ts";

interface DeckIntroProps {
  summary: DeckSummary;
  challenge: Challenge | null;
  guest: boolean;
  play: DeckPlay;
}

export function DeckIntro({ summary, challenge, guest, play }: DeckIntroProps) {
  return (
    <div data-subject={summary.subject} className="column max-w-4xl py-6 sm:py-12">
      <div className="relative overflow-hidden rounded-stone bg-stone px-6 pt-8 pb-28 text-on-stone sm:px-12 sm:pt-12 sm:pb-24">
        <SubjectGlyph
          subject={summary.subject}
          className="-right-10 -bottom-12 absolute size-60 rotate-6 opacity-20 sm:size-80"
        />
        <p className="font-bold">
          {subjectNames[summary.subject]}
          {challenge ? `: ${summary.title}` : ""}
        </p>
        <h1 className="mt-2 max-w-xl text-hero">
          {challenge ? `Can you beat ${challenge.inviterAlias}?` : summary.title}
        </h1>
        <p className="mt-4 max-w-md text-lede">{summary.summary}</p>
      </div>
      <div className="relative mx-3 -mt-20 rounded-stone border border-line bg-card p-6 sm:mx-12 sm:-mt-14 sm:p-8">
        {challenge ? <ChallengeLine challenge={challenge} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5">
          <ul className="grid gap-1 font-bold">
            <li>{`${summary.total} questions, about a minute`}</li>
            <li className="text-soft">You see why after each one</li>
            {guest ? <li className="text-soft">No account needed</li> : null}
          </ul>
          <StepForm step="start" onSubmit={play.submit} className="grow sm:grow-0">
            <Button
              type="submit"
              tone="sun"
              size="large"
              aria-disabled={play.busy}
              className="w-full sm:min-w-48"
            >
              {play.busy ? "Starting…" : "Start"}
            </Button>
          </StepForm>
        </div>
      </div>
    </div>
  );
}

function ChallengeLine({ challenge }: { challenge: Challenge }) {
  return (
    <p className="mb-6 flex items-center gap-4 border-line border-b pb-6">
      <Avatar seed={challenge.inviterAlias} className="size-16" />
      <span className="text-lede">
        <strong className="font-display font-extrabold">{challenge.inviterAlias}</strong>
        {` got ${challenge.score} of ${challenge.total} right in ${formatDuration(challenge.durationMs)}.`}
      </span>
    </p>
  );
}
