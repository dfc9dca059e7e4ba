/** A parent's home: what waits for a yes, how each child does, and what can be shared. */
import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { Time } from "#app/ui/time.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { HomeHead } from "./home-head.tsx";

type ChildResult = Outputs["microDecks"]["familyResults"]["items"][number] & {
  /** Null where the deck is no more. */
  subject: Subject | null;
};

interface ParentHomeProps {
  alias: string;
  family: Outputs["people"]["family"];
  results: readonly ChildResult[];
  practice: Outputs["progress"]["family"]["items"];
  /** Requests of friends that wait for the parent. */
  waiting: number;
  now: number;
}

/** The newest of each child; the others stand on the family's page. */
const shownResults = 3;

export function ParentHome({ alias, family, results, practice, waiting, now }: ParentHomeProps) {
  const t = useWords("home");
  const asked = family.children.filter(({ shareAskedAt }) => shareAskedAt !== null).length;
  const open = family.joining.length + waiting + asked;
  return (
    <Page>
      <HomeHead alias={alias} text={t("parent_text")} />
      {open > 0 ? <Waiting open={open} /> : null}
      {family.children.length === 0 ? (
        <NoChildYet />
      ) : (
        <div className="grid grid-cols-1 items-start gap-6 lg:has-[>:nth-child(2)]:grid-cols-2">
          {family.children.map((child) => (
            <Child
              key={child.child}
              child={child}
              practice={practice.find((one) => one.child === child.child) ?? null}
              results={results.filter((one) => one.child === child.child).slice(0, shownResults)}
              now={now}
            />
          ))}
        </div>
      )}
      <div className="mt-10 flex flex-wrap gap-3">
        <ButtonLink to="/family" tone="river">
          {t("open_family")}
        </ButtonLink>
        <ButtonLink to="/links">{t("your_links")}</ButtonLink>
        <ButtonLink to="/lobby">{t("see_who_is_here")}</ButtonLink>
      </div>
    </Page>
  );
}

function Waiting({ open }: { open: number }) {
  const t = useWords("home");
  return (
    <Notice title={t("parent_asked", { count: open })} className="mb-6">
      <p>{t("parent_asked_text")}</p>
      <ButtonLink to="/family" tone="river" size="small" className="mt-3">
        {t("parent_look")}
      </ButtonLink>
    </Notice>
  );
}

function NoChildYet() {
  const t = useWords("home");
  return (
    <EmptyState title={t("no_child")} text={t("no_child_text")}>
      <ButtonLink to="/fvm/bio-cells" tone="sun">
        {t("no_child_try")}
      </ButtonLink>
    </EmptyState>
  );
}

interface ChildProps {
  child: ParentHomeProps["family"]["children"][number];
  practice: ParentHomeProps["practice"][number] | null;
  results: ParentHomeProps["results"];
  now: number;
}

function Child({ child, practice, results, now }: ChildProps) {
  const t = useWords("home");
  const name = child.name ?? child.alias;
  return (
    <Card aria-labelledby={child.child}>
      <div className="flex items-center gap-4">
        <Avatar seed={child.alias} className="size-14" />
        <div>
          <h2 id={child.child} className="text-head">
            {name}
          </h2>
          <p className="text-soft">{practiceLine(t, practice)}</p>
        </div>
      </div>
      {results.length > 0 ? (
        <Section id={`results-${child.child}`} title={t("proud")} className="mt-6">
          <ul className="divide-y divide-line overflow-hidden rounded-block border border-line">
            {results.map((result) => (
              <Result key={result.runId} result={result} now={now} />
            ))}
          </ul>
          <p className="mt-3 text-[0.9375rem] text-soft">{t("proud_text")}</p>
        </Section>
      ) : null}
    </Card>
  );
}

/** How far a child is, in one line. */
function practiceLine(t: Words<"home">, practice: ChildProps["practice"]): string {
  if (!practice || practice.runs === 0) return t("child_none");
  const { level, runs, streakDays } = practice;
  const said = [t("child_level", { level }), t("child_decks", { count: runs })];
  if (streakDays > 0) said.push(t("child_streak", { count: streakDays }));
  return `${said.join(", ")}.`;
}

function Result({ result, now }: { result: ParentHomeProps["results"][number]; now: number }) {
  return (
    <li>
      <Link
        to={`/results/${result.runId}`}
        className="flex min-h-16 items-center gap-4 px-4 py-2.5 hover:bg-well focus-visible:outline-offset-[-4px]"
      >
        {result.subject ? <SubjectStone subject={result.subject} /> : null}
        <span className="min-w-0 grow">
          <span lang="en" className="block font-bold">
            {result.title}
          </span>
          <Time at={result.completedAt} now={now} className="block text-[0.9375rem] text-soft" />
        </span>
        <span className="font-display font-extrabold text-xl">
          {result.score}
          <span className="text-base text-soft">{`/${result.total}`}</span>
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
      </Link>
    </li>
  );
}
