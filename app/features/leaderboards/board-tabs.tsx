/** The ways between boards: period, subject, and whether one looks at the top or around oneself. */
import { Link, NavLink } from "@remix-run/react";
import { clsx } from "clsx";
import { edgeFade, ScrollRow } from "#app/ui/scroll-row.tsx";
import { useWords } from "#app/words/use-words.ts";
import { type Period, periods, type Subject, subjects } from "#shared/vocabulary.ts";

export const boardViews = ["top", "around"] as const;
export type BoardViewName = (typeof boardViews)[number];

export interface BoardAddress {
  subject: Subject;
  period: Period;
  view: BoardViewName;
}

/** Where that board is. */
export function boardPath({ subject, period, view }: BoardAddress): string {
  const search = new URLSearchParams({ period, ...(view === "around" ? { view } : {}) });
  return `/leaderboards/${subject}?${search}`;
}

export function PeriodTabs({ subject, period, view }: BoardAddress) {
  const t = useWords("boards");
  return (
    <Tabs
      label={t("period")}
      tabs={periods.map((name) => ({
        words: t(`tab_${name}`),
        to: boardPath({ subject, period: name, view }),
        current: name === period,
      }))}
    />
  );
}

export function SubjectLinks({ subject, period, view }: BoardAddress) {
  const t = useWords("boards");
  const s = useWords("shell");
  return (
    <ScrollRow label={t("subject")} current={subject} className={clsx("mt-5", edgeFade)}>
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {subjects.map((name) => (
          <li key={name}>
            <NavLink
              to={boardPath({ subject: name, period, view })}
              data-subject={name}
              preventScrollReset
              className={clsx(
                "inline-flex min-h-11 items-center rounded-full border-2 px-4 font-bold whitespace-nowrap",
                name === subject
                  ? "border-stone bg-stone text-on-stone"
                  : "border-line bg-card text-ink hover:border-stone",
              )}
            >
              {s(`subject_${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </ScrollRow>
  );
}

export function ViewTabs({ subject, period, view }: BoardAddress) {
  const t = useWords("boards");
  return (
    <Tabs
      label={t("view")}
      tabs={boardViews.map((name) => ({
        words: t(`view_${name}`),
        to: boardPath({ subject, period, view: name }),
        current: name === view,
      }))}
    />
  );
}

interface TabsProps {
  label: string;
  tabs: readonly { words: string; to: string; current: boolean }[];
}

function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="inline-flex rounded-full bg-well p-1">
      {tabs.map(({ words, to, current }) => (
        <Link
          key={to}
          to={to}
          aria-current={current ? "page" : undefined}
          preventScrollReset
          className={clsx(
            "inline-flex min-h-11 items-center rounded-full px-3 font-bold sm:px-4",
            current
              ? "bg-card text-river shadow-[0_1px_3px_rgb(0_0_0/0.18)] dark:bg-river-soft"
              : "text-soft hover:text-ink",
          )}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
