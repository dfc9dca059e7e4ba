/** One result: the score, what each skill looks like, what to practise next, whom to challenge. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TickIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { ScoreRing } from "#app/ui/score-ring.tsx";
import { SubjectGlyph } from "#app/ui/subject-glyph.tsx";
import { formatDay, formatDuration, formatList } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { PeerRange } from "./peer-range.tsx";
import { SkillHeatmap } from "./skill-heatmap.tsx";
import { useSkillName } from "./skill-names.ts";

type Result = Outputs["microDecks"]["result"];

interface ResultPageProps {
  result: Result;
  /** What of it may be shared, and how; nothing for a tutor. */
  share: ReactNode;
  /** The result as a card for others, beside a challenge. */
  rally: ReactNode;
  /** What this run did for the person's progress. */
  progress: ReactNode;
}

export function ResultPage({ result, share, rally, progress }: ResultPageProps) {
  const own = result.owner === "you";
  return (
    <Page>
      <ResultHead result={result} />
      <div className="mt-5 grid grid-cols-1 items-start gap-5 lg:grid-cols-[1.25fr_1fr]">
        <div className="grid grid-cols-1 gap-5 lg:order-2">
          {share}
          <PractiseNext result={result} own={own} />
          <PeerRange result={result} />
        </div>
        <div className="grid grid-cols-1 gap-5">
          {own ? progress : null}
          <Skills result={result} />
          <SkillHeatmap result={result} />
          {rally}
        </div>
      </div>
    </Page>
  );
}

function ResultHead({ result }: { result: Result }) {
  const t = useWords("result");
  const s = useWords("shell");
  const { deck, score, total, owner } = result;
  return (
    <div
      data-subject={deck.subject}
      className="relative grid items-center gap-x-10 gap-y-6 overflow-hidden rounded-stone bg-stone p-6 text-on-stone sm:grid-cols-[auto_1fr] sm:p-10"
    >
      <SubjectGlyph
        subject={deck.subject}
        className="-end-12 -bottom-16 absolute size-44 rotate-6 opacity-15 sm:size-72"
      />
      <div className="relative mx-auto rounded-full bg-card p-4 text-ink">
        <ScoreRing score={score} total={total} className="w-40" />
      </div>
      <div className="relative text-center sm:text-start">
        <p className="font-bold">{s(`subject_${deck.subject}`)}</p>
        <h1 lang={owner === "you" ? "en" : undefined} className="mt-1 text-title">
          {owner === "you" ? deck.title : t(`title_${owner}`, { deck: deck.title })}
        </h1>
        <p className="mt-2 text-lede">
          {t("line", {
            score,
            total,
            time: formatDuration(result.durationMs),
            day: formatDay(result.completedAt, t.locale),
          })}
        </p>
        {result.flagged ? <p className="mt-3 max-w-prose font-bold">{t("flagged")}</p> : null}
      </div>
    </div>
  );
}

function Skills({ result }: { result: Result }) {
  const t = useWords("result");
  const skillName = useSkillName();
  return (
    <Card aria-labelledby="skills">
      <h2 id="skills" className="text-head">
        {t("skills")}
      </h2>
      <ul className="mt-4 divide-y divide-line">
        {result.skills.map(({ skill, correct, total }) => (
          <li key={skill} className="flex min-h-14 items-center justify-between gap-4 py-2">
            <span className="font-bold">{skillName(skill)}</span>
            <span className="flex items-center gap-3">
              <span
                className={clsx(
                  "whitespace-nowrap text-end font-bold text-sm",
                  correct === total ? "text-leaf" : "text-soft",
                )}
              >
                {correct === total
                  ? t("have_it")
                  : correct > 0
                    ? t("score_of", { score: correct, total })
                    : t("to_practise")}
              </span>
              <span aria-hidden="true" className="flex gap-1">
                {Array.from({ length: total }, (_, index) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: the marks are alike.
                    key={index}
                    className={clsx(
                      "flex size-7 items-center justify-center rounded-[46%_54%_50%_50%/54%_46%_54%_46%] border-2",
                      index < correct ? "border-leaf bg-leaf-soft text-leaf" : "border-line-strong",
                    )}
                  >
                    {index < correct ? <TickIcon className="size-4" /> : null}
                  </span>
                ))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PractiseNext({ result, own }: { result: Result; own: boolean }) {
  const t = useWords("result");
  const s = useWords("shell");
  const skillName = useSkillName();
  const strong = (words: string) => <strong>{words}</strong>;
  const [first, ...others] = result.practiseNext.map(skillName);
  const { deck } = result;
  return (
    <Card aria-labelledby="next">
      <h2 id="next" className="text-head">
        {t("next")}
      </h2>
      {first ? (
        <p className="mt-2">
          {others.length > 0
            ? rich(t, "first_then", {
                skill: first,
                others: formatList(
                  others.map((name) => name.toLowerCase()),
                  t.locale,
                ),
                strong,
              })
            : rich(t, "first", { skill: first, strong })}
        </p>
      ) : (
        <Notice tone="good" className="mt-3">
          {t("nothing_missing")}
        </Notice>
      )}
      {own ? (
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ButtonLink to={first ? `/fvm/${deck.id}` : "/home"}>
            {t(first ? "again" : "pick")}
          </ButtonLink>
          <Link
            to={`/leaderboards/${deck.subject}`}
            className="inline-flex min-h-11 items-center text-link"
          >
            {t("board", { subject: s(`subject_${deck.subject}`) })}
          </Link>
        </div>
      ) : null}
    </Card>
  );
}
