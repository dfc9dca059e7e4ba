/** The far bank: the score, the challenge compared, what joining would keep, what comes next. */
import { type ComponentType, type ReactNode, useEffect, useRef } from "react";
import { noteFinished } from "#app/offline/finished-decks.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { BoardIcon, LinkIcon, TickIcon } from "#app/ui/icons.tsx";
import { ScoreRing } from "#app/ui/score-ring.tsx";
import { Stones } from "#app/ui/stones.tsx";
import { formatDuration } from "#app/ui/time-format.ts";
import { subjectNames } from "#shared/vocabulary.ts";
import { type Challenge, compareToChallenge, type Run, stonesOf } from "./deck-stage.ts";
import type { DeckSummary } from "./deck-summary.ts";
import { StepForm } from "./step-form.tsx";
import type { DeckPlay } from "./use-deck-play.ts";

interface DeckEndProps {
  summary: DeckSummary;
  challenge: Challenge | null;
  run: Run;
  guest: boolean;
  play: DeckPlay;
}

export function DeckEnd({ summary, challenge, run, guest, play }: DeckEndProps) {
  const own = { score: run.score, durationMs: run.durationMs ?? 0 };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => noteFinished(run.runId), [run.runId]);
  return (
    <div className="column max-w-4xl py-8 sm:py-12">
      <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-[1fr_1.1fr]">
        <Card className="flex flex-col items-center text-center">
          <h1 ref={heading} tabIndex={-1} className="text-title">
            {headline(run, challenge)}
          </h1>
          <ScoreRing score={run.score} total={run.total} className="mt-6 w-48" />
          <p className="mt-4 font-bold text-soft">{`in ${formatDuration(own.durationMs)}`}</p>
          <div className="mt-6 w-full max-w-72">
            <Stones stones={stonesOf(run, null)} label="Your answers" />
          </div>
        </Card>
        <div className="grid grid-cols-1 gap-5">
          {challenge ? <Comparison own={own} challenge={challenge} /> : null}
          {guest ? <JoinCall summary={summary} run={run} /> : <MemberNext run={run} />}
          <StepForm step="start" onSubmit={play.submit} className="text-center md:text-left">
            <Button type="submit" tone="quiet" aria-disabled={play.busy}>
              Play this deck again
            </Button>
          </StepForm>
        </div>
      </div>
    </div>
  );
}

function headline(run: Run, challenge: Challenge | null): string {
  if (challenge) {
    const standing = compareToChallenge(
      { score: run.score, durationMs: run.durationMs ?? 0 },
      challenge,
    );
    if (standing === "ahead") return `You beat ${challenge.inviterAlias}!`;
    if (standing === "level") return `A tie with ${challenge.inviterAlias}!`;
  }
  if (run.score === run.total) return "All of them. Wow.";
  if (run.score * 2 >= run.total) return "You made it across!";
  return "Across, with new things learned";
}

interface ComparisonProps {
  own: { score: number; durationMs: number };
  challenge: Challenge;
}

function Comparison({ own, challenge }: ComparisonProps) {
  const standing = compareToChallenge(own, challenge);
  const words = {
    ahead: "You are ahead. Will it stay that way?",
    level: "Exactly level. One more try decides.",
    behind: `${challenge.inviterAlias} is ahead for now. Play again whenever you like.`,
  };
  return (
    <Card aria-labelledby="challenge">
      <h2 id="challenge" className="text-head">
        The challenge
      </h2>
      <dl className="mt-3 grid gap-2">
        <ComparisonRow
          name="You"
          own
          score={own.score}
          total={challenge.total}
          durationMs={own.durationMs}
        />
        <ComparisonRow
          name={challenge.inviterAlias}
          score={challenge.score}
          total={challenge.total}
          durationMs={challenge.durationMs}
          art={<Avatar seed={challenge.inviterAlias} className="size-8" />}
        />
      </dl>
      <p className="mt-3 text-soft">{words[standing]}</p>
    </Card>
  );
}

interface ComparisonRowProps {
  name: string;
  score: number;
  total: number;
  durationMs: number;
  own?: boolean;
  art?: ReactNode;
}

function ComparisonRow({ name, score, total, durationMs, own = false, art }: ComparisonRowProps) {
  return (
    <div
      className={`flex items-center justify-between gap-3 rounded-control px-3.5 py-2.5 ${own ? "bg-sun text-on-sun" : "bg-well"}`}
    >
      <dt className="flex items-center gap-2.5 font-bold">
        {art}
        {name}
      </dt>
      <dd className="whitespace-nowrap font-display font-extrabold">
        {`${score} of ${total}`}
        <span className="font-bold opacity-80">{` · ${formatDuration(durationMs)}`}</span>
      </dd>
    </div>
  );
}

function JoinCall({ summary, run }: { summary: DeckSummary; run: Run }) {
  const result = `/results/${run.runId}`;
  return (
    <section aria-labelledby="join" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="join" className="text-head">
        Keep what you just did
      </h2>
      <ul className="mt-4 grid gap-3">
        <Reward Icon={BoardIcon}>
          {`Your points wait. Join, and they stand on the ${subjectNames[summary.subject]} board, under a nickname.`}
        </Reward>
        <Reward Icon={TickIcon}>You see what to practise next, skill by skill.</Reward>
        <Reward Icon={LinkIcon}>You can challenge a friend with your own score.</Reward>
      </ul>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink
          to={`/join?${new URLSearchParams({ returnTo: result })}`}
          tone="sun"
          size="large"
          className="w-full sm:w-auto"
        >
          Join for free
        </ButtonLink>
        <ButtonLink to={result} tone="ghost" size="large" className="w-full sm:w-auto">
          Just show my skills
        </ButtonLink>
      </div>
    </section>
  );
}

interface RewardProps {
  Icon: ComponentType<{ className?: string }>;
  children: ReactNode;
}

function Reward({ Icon, children }: RewardProps) {
  return (
    <li className="flex items-start gap-3.5 text-pine-soft">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-[46%_54%_50%_50%/54%_46%_54%_46%] bg-sun text-on-sun">
        <Icon className="size-5" />
      </span>
      <span className="pt-1">{children}</span>
    </li>
  );
}

function MemberNext({ run }: { run: Run }) {
  return (
    <section aria-labelledby="next" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="next" className="text-head">
        Who could beat that?
      </h2>
      <p className="mt-2 text-pine-soft">
        Your result is saved. Look at your skills, or send the same five questions to a friend.
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink
          to={`/results/${run.runId}`}
          tone="sun"
          size="large"
          className="w-full sm:w-auto"
        >
          See my result
        </ButtonLink>
        <ButtonLink to="/home" tone="ghost" size="large" className="w-full sm:w-auto">
          More decks
        </ButtonLink>
      </div>
    </section>
  );
}
