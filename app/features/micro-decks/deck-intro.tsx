/** The door of a deck: who invites, what comes, one button. */
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { SubjectGlyph } from "#app/ui/subject-glyph.tsx";
import { formatDuration } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
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
  const t = useWords("deck");
  const s = useWords("shell");
  return (
    <div data-subject={summary.subject} className="column max-w-4xl py-6 sm:py-12">
      <div className="relative overflow-hidden rounded-t-stone bg-stone px-6 pt-8 pb-10 text-on-stone sm:px-10 sm:py-12">
        <SubjectGlyph
          subject={summary.subject}
          className="-end-10 -bottom-16 absolute size-40 rotate-6 opacity-20 sm:end-10 sm:inset-y-0 sm:my-auto sm:size-56"
        />
        <p className="font-bold">
          {s(`subject_${summary.subject}`)}
          {challenge ? <span lang="en">{`: ${summary.title}`}</span> : null}
        </p>
        <h1 lang={challenge ? undefined : "en"} className="mt-2 max-w-xl text-hero">
          {challenge ? t("beat", { alias: challenge.inviterAlias }) : summary.title}
        </h1>
        <p lang="en" className="mt-4 max-w-md text-lede">
          {summary.summary}
        </p>
      </div>
      <div className="rounded-b-stone border border-line border-t-0 bg-card p-6 sm:px-10 sm:py-8">
        {challenge ? <ChallengeLine challenge={challenge} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5">
          <ul className="grid gap-1 font-bold">
            <li>{t("about_a_minute", { count: summary.total })}</li>
            <li className="text-soft">{t("why_after_each")}</li>
            {guest ? <li className="text-soft">{t("no_account")}</li> : null}
          </ul>
          <StepForm step="start" onSubmit={play.submit} className="grow sm:grow-0">
            <Button
              type="submit"
              tone="sun"
              size="large"
              aria-disabled={play.busy}
              className="w-full sm:min-w-48"
            >
              {t(play.busy ? "starting" : "start")}
            </Button>
          </StepForm>
        </div>
      </div>
    </div>
  );
}

function ChallengeLine({ challenge }: { challenge: Challenge }) {
  const t = useWords("deck");
  const { inviterAlias, score, total, durationMs } = challenge;
  return (
    <p className="mb-6 flex items-center gap-4 border-line border-b pb-6">
      <Avatar seed={inviterAlias} className="size-16" />
      <span className="text-lede">
        {rich(t, "challenge_line", {
          name: inviterAlias,
          score,
          total,
          time: formatDuration(durationMs),
          alias: (name: string) => <strong className="font-display font-extrabold">{name}</strong>,
        })}
      </span>
    </p>
  );
}
