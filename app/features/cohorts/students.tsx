/** A tutor's students by name, each with the newest results: only the cohort's tutor is given them. */
import { Link } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { formatRelative } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

interface StudentsProps {
  students: Outputs["cohorts"]["students"]["items"];
  results: Outputs["microDecks"]["studentResults"]["items"];
  /** Milliseconds since 1970. */
  now: number;
}

export function Students({ students, results, now }: StudentsProps) {
  const t = useWords("cohort");
  return (
    <Section id="students" title={t("students")}>
      <p className="-mt-2 mb-3 text-[0.9375rem] text-soft">{t("students_text")}</p>
      <Card>
        <ul className="divide-y divide-line">
          {students.map((student) => (
            <li key={student.handle} className="py-4 first:pt-0 last:pb-0">
              <div className="flex items-center gap-3">
                <Avatar seed={student.alias} className="size-11" />
                <p>
                  <strong className="block">{student.name ?? student.alias}</strong>
                  {student.name ? (
                    <span className="text-[0.9375rem] text-soft">{student.alias}</span>
                  ) : null}
                </p>
              </div>
              <Results of={results.filter(({ handle }) => handle === student.handle)} now={now} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Results({ of, now }: { of: StudentsProps["results"]; now: number }) {
  const t = useWords("cohort");
  if (of.length === 0)
    return <p className="mt-2 text-[0.9375rem] text-soft">{t("none_finished")}</p>;
  return (
    <ul className="mt-2">
      {of.map(({ runId, title, score, total, completedAt }) => (
        <li key={runId}>
          <Link
            to={`/results/${runId}`}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-1 hover:text-river"
          >
            <span lang="en" className="font-bold underline">
              {title}
            </span>
            <span className="text-[0.9375rem] text-soft">
              {t("result_line", {
                score,
                total,
                when: formatRelative(completedAt, now, t.locale),
              })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
