/** A student's home: go on, look back, meet others, pick a deck. */
import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectGlyph, SubjectStone } from "#app/ui/subject-glyph.tsx";
import { Time } from "#app/ui/time.tsx";
import { plural } from "#app/ui/time-format.ts";
import { subjectNames, subjects } from "#shared/vocabulary.ts";
import { bestScores, type Deck, nextDeck, type PastResult, type Suggestion } from "./next-deck.ts";

interface HomePageProps {
  /** How practice is going. */
  progressCard: ReactNode;
  /** What others just did. */
  feed: ReactNode;
  alias: string;
  decks: Deck[];
  results: PastResult[];
  cohorts: Outputs["cohorts"]["mine"]["cohorts"];
  now: number;
}

export function HomePage(props: HomePageProps) {
  const { alias, decks, results, cohorts, now, progressCard, feed } = props;
  const suggestion = nextDeck(decks, results);
  return (
    <Page>
      <div className="mb-7 flex items-center gap-4">
        <Avatar seed={alias} className="size-16 sm:size-20" />
        <div>
          <h1 className="text-title">{`Hello, ${alias}`}</h1>
          <p className="text-soft">That is the name others see. Only you know who is behind it.</p>
        </div>
      </div>
      {suggestion ? <GoOn suggestion={suggestion} /> : null}
      {progressCard}
      <div className="mt-10 grid grid-cols-1 gap-10 lg:grid-cols-[1.5fr_1fr]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-10">
          <LatestResults results={results.slice(0, 5)} now={now} />
          {feed}
        </div>
        <div className="grid grid-cols-1 content-start gap-10">
          <Groups cohorts={cohorts} />
          <Boards />
        </div>
      </div>
      <Section id="decks" title="All decks" className="mt-12">
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {decks.map((deck) => {
            const best = bestScores(results).get(deck.id);
            return (
              <li key={deck.id} className="grid">
                <DeckTile
                  deck={deck}
                  note={best === undefined ? undefined : `Your best: ${best} of ${deck.total}`}
                />
              </li>
            );
          })}
        </ul>
      </Section>
    </Page>
  );
}

function goOnWords(suggestion: Suggestion): { kicker: string; button: string } {
  const subject = subjectNames[suggestion.deck.subject];
  switch (suggestion.why) {
    case "first":
      return { kicker: "A good one to begin with", button: "Start" };
    case "same_subject":
      return { kicker: `More ${subject}`, button: "Go on" };
    case "new":
      return { kicker: "Something new for you", button: "Try it" };
    case "improve":
      return {
        kicker: `Your best is ${suggestion.best} of ${suggestion.deck.total}. One more?`,
        button: "Play again",
      };
  }
}

function GoOn({ suggestion }: { suggestion: Suggestion }) {
  const { deck } = suggestion;
  const { kicker, button } = goOnWords(suggestion);
  return (
    <section
      aria-labelledby="go-on"
      data-subject={deck.subject}
      className="relative flex flex-wrap items-center justify-between gap-x-10 gap-y-5 overflow-hidden rounded-stone bg-stone p-6 text-on-stone sm:p-9"
    >
      <SubjectGlyph
        subject={deck.subject}
        className="absolute right-6 -bottom-16 size-60 rotate-6 opacity-15 sm:right-48"
      />
      <div className="relative">
        <p className="font-bold">{kicker}</p>
        <h2 id="go-on" className="mt-1 text-title">
          {deck.title}
        </h2>
        <p className="mt-1 max-w-xl text-lede">{deck.summary}</p>
      </div>
      <ButtonLink
        to={`/fvm/${deck.id}`}
        tone="pine"
        size="large"
        className="relative w-full sm:w-auto sm:min-w-44"
      >
        {button}
      </ButtonLink>
    </section>
  );
}

function LatestResults({ results, now }: { results: PastResult[]; now: number }) {
  return (
    <Section id="results" title="Your latest results">
      {results.length === 0 ? (
        <EmptyState
          title="Your first result will stand here"
          text="Five questions, about a minute. You see right away what you can do."
        />
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
                  <span className="block font-bold">{result.title}</span>
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
                <ChevronRight aria-hidden="true" className="size-5 text-soft" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Groups({ cohorts }: Pick<HomePageProps, "cohorts">) {
  return (
    <Section id="groups" title="Your study groups">
      {cohorts.length === 0 ? (
        <p className="text-soft">
          You are in no study group yet. A friend or your tutor can send you a link to theirs.
        </p>
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
                    {plural(cohort.members, "member")}
                  </span>
                </span>
                <ChevronRight aria-hidden="true" className="size-5 text-soft" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Boards() {
  return (
    <Section
      id="boards"
      title="Boards"
      aside={
        <Link to="/lobby" className="inline-flex min-h-11 items-center text-link">
          Who is here now
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
              {subjectNames[subject]}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
