/** The lists of a home: latest results, study groups, boards. */
import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { Outputs } from "#app/trpc.ts";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords } from "#app/words/use-words.ts";
import { subjects } from "#shared/vocabulary.ts";
import type { PastResult } from "./next-deck.ts";

export function LatestResults({ results, now }: { results: PastResult[]; now: number }) {
  const t = useWords("home");
  return (
    <Section id="results" title={t("results")}>
      {results.length === 0 ? (
        <EmptyState title={t("results_none")} text={t("results_none_text")} />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-stone border border-line bg-card">
          {results.map((result) => (
            <li key={result.runId}>
              <Link
                to={`/results/${result.runId}`}
                className="flex min-h-19 items-center gap-4 px-4 py-3 hover:bg-well focus-visible:outline-offset-[-4px] sm:px-5"
              >
                <SubjectStone subject={result.subject} />
                <span className="min-w-0 grow">
                  <span lang="en" className="block font-bold">
                    {result.title}
                  </span>
                  <Time
                    at={result.completedAt}
                    now={now}
                    className="block text-[0.9375rem] text-soft"
                  />
                </span>
                <span className="font-display font-extrabold text-xl">
                  {result.score}
                  <span className="text-base text-soft">{`/${result.total}`}</span>
                </span>
                <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Groups({ cohorts }: { cohorts: Outputs["cohorts"]["mine"]["cohorts"] }) {
  const t = useWords("home");
  return (
    <Section id="groups" title={t("groups")}>
      {cohorts.length === 0 ? (
        <p className="text-soft">{t("groups_none")}</p>
      ) : (
        <ul className="grid grid-cols-1 gap-3">
          {cohorts.map((cohort) => (
            <li key={cohort.slug}>
              <Link
                to={`/cohort/${cohort.slug}`}
                className="flex min-h-17 items-center gap-4 rounded-block border border-line bg-card px-4 py-3 hover:border-river"
              >
                <SubjectStone subject={cohort.subject} className="size-11" />
                <span className="min-w-0 grow">
                  <span className="block truncate font-bold">{cohort.name}</span>
                  <span className="block text-[0.9375rem] text-soft">
                    {t("members", { count: cohort.members })}
                  </span>
                </span>
                <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Boards() {
  const t = useWords("home");
  const s = useWords("shell");
  return (
    <Section
      id="boards"
      title={t("boards")}
      aside={
        <Link to="/lobby" className="inline-flex min-h-11 items-center text-link">
          {t("who_is_here")}
        </Link>
      }
    >
      <ul className="flex flex-wrap gap-2">
        {subjects.map((subject) => (
          <li key={subject}>
            <Link
              to={`/leaderboards/${subject}`}
              data-subject={subject}
              className="inline-flex min-h-11 items-center rounded-full bg-stone px-4 font-bold text-on-stone hover:brightness-105"
            >
              {s(`subject_${subject}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
