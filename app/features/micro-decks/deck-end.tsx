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
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
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
  const t = useWords("deck");
  const own = { score: run.score, durationMs: run.durationMs ?? 0 };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => noteFinished(run.runId), [run.runId]);
  return (
    <div className="column max-w-4xl py-4 sm:py-12">
      <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-[1fr_1.1fr]">
        <Card className="flex flex-col items-center text-center">
          <h1 ref={heading} tabIndex={-1} className="text-title">
            {headline(t, run, challenge)}
          </h1>
          <ScoreRing score={run.score} total={run.total} className="mt-3 w-32 sm:mt-6 sm:w-48" />
          <p className="mt-2 font-bold text-soft sm:mt-4">
            {t("in_time", { time: formatDuration(own.durationMs) })}
          </p>
          <div className="mt-4 w-full max-w-72 sm:mt-6">
            <Stones stones={stonesOf(run, null)} label={t("your_answers")} />
          </div>
        </Card>
        <div className="grid grid-cols-1 gap-5">
          {challenge ? <Comparison own={own} challenge={challenge} /> : null}
          {guest ? <JoinCall summary={summary} run={run} /> : <MemberNext run={run} />}
          <StepForm step="start" onSubmit={play.submit} className="text-center md:text-start">
            <Button type="submit" tone="quiet" aria-disabled={play.busy}>
              {t("again")}
            </Button>
          </StepForm>
        </div>
      </div>
    </div>
  );
}

function headline(t: Words<"deck">, run: Run, challenge: Challenge | null): string {
  if (challenge) {
    const standing = compareToChallenge(
      { score: run.score, durationMs: run.durationMs ?? 0 },
      challenge,
    );
    if (standing === "ahead") return t("you_beat", { alias: challenge.inviterAlias });
    if (standing === "level") return t("tie", { alias: challenge.inviterAlias });
  }
  if (run.score === run.total) return t("all_right");
  if (run.score * 2 >= run.total) return t("across");
  return t("across_learned");
}

interface ComparisonProps {
  own: { score: number; durationMs: number };
  challenge: Challenge;
}

function Comparison({ own, challenge }: ComparisonProps) {
  const t = useWords("deck");
  const standing = compareToChallenge(own, challenge);
  const alias = challenge.inviterAlias;
  return (
    <Card aria-labelledby="challenge">
      <h2 id="challenge" className="text-head">
        {t("the_challenge")}
      </h2>
      <dl className="mt-3 grid gap-2">
        <ComparisonRow
          name={t("you")}
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
      <p className="mt-3 text-soft">
        {standing === "behind" ? t("behind", { alias }) : t(standing)}
      </p>
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
  const t = useWords("deck");
  return (
    <div
      className={`flex items-center justify-between gap-3 rounded-control px-3.5 py-2.5 ${own ? "bg-sun text-on-sun" : "bg-well"}`}
    >
      <dt className="flex items-center gap-2.5 font-bold">
        {art}
        {name}
      </dt>
      <dd className="whitespace-nowrap font-display font-extrabold">
        {t("score_of", { score, total })}
        <span className="font-bold opacity-80">{` · ${formatDuration(durationMs)}`}</span>
      </dd>
    </div>
  );
}

function JoinCall({ summary, run }: { summary: DeckSummary; run: Run }) {
  const t = useWords("deck");
  const s = useWords("shell");
  const result = `/results/${run.runId}`;
  return (
    <section aria-labelledby="join" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="join" className="text-head">
        {t("keep")}
      </h2>
      <ul className="mt-4 grid gap-3">
        <Reward Icon={BoardIcon}>
          {t("reward_points", { subject: s(`subject_${summary.subject}`) })}
        </Reward>
        <Reward Icon={TickIcon}>{t("reward_practise")}</Reward>
        <Reward Icon={LinkIcon}>{t("reward_challenge")}</Reward>
      </ul>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink
          to={`/join?${new URLSearchParams({ returnTo: result })}`}
          tone="sun"
          size="large"
          className="w-full sm:w-auto"
        >
          {t("join_free")}
        </ButtonLink>
        <ButtonLink to={result} tone="ghost" size="large" className="w-full sm:w-auto">
          {t("just_skills")}
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
  const t = useWords("deck");
  return (
    <section aria-labelledby="next" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="next" className="text-head">
        {t("who_beats")}
      </h2>
      <p className="mt-2 text-pine-soft">{t("saved")}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink
          to={`/results/${run.runId}`}
          tone="sun"
          size="large"
          className="w-full sm:w-auto"
        >
          {t("see_result")}
        </ButtonLink>
        <ButtonLink to="/home" tone="ghost" size="large" className="w-full sm:w-auto">
          {t("more_decks")}
        </ButtonLink>
      </div>
    </section>
  );
}
