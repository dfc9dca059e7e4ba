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
import { plural } from "#app/ui/time-format.ts";
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
  const asked = family.children.filter(({ shareAskedAt }) => shareAskedAt !== null).length;
  const open = family.joining.length + waiting + asked;
  return (
    <Page>
      <HomeHead alias={alias} text="How your children are doing, and what waits for you." />
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
          Open the family page
        </ButtonLink>
        <ButtonLink to="/links">Your links</ButtonLink>
        <ButtonLink to="/lobby">See who is here now</ButtonLink>
      </div>
    </Page>
  );
}

function Waiting({ open }: { open: number }) {
  return (
    <Notice title={`${plural(open, "question")} for you`} className="mb-6">
      <p>Your child can go on as soon as you have answered.</p>
      <ButtonLink to="/family" tone="river" size="small" className="mt-3">
        Have a look
      </ButtonLink>
    </Notice>
  );
}

function NoChildYet() {
  return (
    <EmptyState
      title="No child is linked to you yet"
      text="When your child joins and gives your e-mail address, you find the question here. Until then, try what they will play."
    >
      <ButtonLink to="/fvm/bio-cells" tone="sun">
        Try five questions
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
  const name = child.name ?? child.alias;
  const played = practice !== null && practice.runs > 0;
  return (
    <Card aria-labelledby={child.child}>
      <div className="flex items-center gap-4">
        <Avatar seed={child.alias} className="size-14" />
        <div>
          <h2 id={child.child} className="text-head">
            {name}
          </h2>
          <p className="text-soft">
            {played
              ? `Level ${practice.level}, ${plural(practice.runs, "deck")} finished${practice.streakDays > 0 ? `, ${plural(practice.streakDays, "day")} in a row` : ""}.`
              : "No deck finished yet."}
          </p>
        </div>
      </div>
      {results.length > 0 ? (
        <Section id={`results-${child.child}`} title="A moment to be proud of" className="mt-6">
          <ul className="divide-y divide-line overflow-hidden rounded-block border border-line">
            {results.map((result) => (
              <Result key={result.runId} result={result} now={now} />
            ))}
          </ul>
          <p className="mt-3 text-[0.9375rem] text-soft">
            Open a result to share it: no name, no answers.
          </p>
        </Section>
      ) : null}
    </Card>
  );
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
          <span className="block font-bold">{result.title}</span>
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
