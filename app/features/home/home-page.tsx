import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectGlyph } from "#app/ui/subject-glyph.tsx";
import { subjectNames } from "#shared/vocabulary.ts";
import { nextStep, type StepName } from "./first-steps.ts";
import { FirstSteps } from "./first-steps.tsx";
import { HomeHead } from "./home-head.tsx";
import { Boards, Groups, LatestResults } from "./home-lists.tsx";
import { bestScores, type Deck, nextDeck, type PastResult, type Suggestion } from "./next-deck.ts";

interface HomePageProps {
  /** How practice is going. */
  progressCard: ReactNode;
  /** What others just did. */
  feed: ReactNode;
  /** Makes a link of the latest result; null where there is none. */
  share: ReactNode;
  alias: string;
  decks: Deck[];
  links: readonly { opens: number }[];
  /** How many have played against a result of theirs. */
  challenges: number;
  results: PastResult[];
  cohorts: Outputs["cohorts"]["mine"]["cohorts"];
  now: number;
}

export function HomePage(props: HomePageProps) {
  const { alias, decks, results, links, share, cohorts, now, progressCard, feed } = props;
  const suggestion = nextDeck(decks, results);
  const step = nextStep(results, links, props.challenges);
  return (
    <Page>
      <HomeHead alias={alias} text="That is the name others see. Only you know who is behind it." />
      {step ? (
        <FirstSteps step={step}>
          <StepDeed step={step} suggestion={suggestion} share={share} />
        </FirstSteps>
      ) : null}
      {suggestion && step !== "play" ? <GoOn suggestion={suggestion} /> : null}
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

interface StepDeedProps {
  step: StepName;
  suggestion: Suggestion | null;
  share: ReactNode;
}

/** One thing to tap: the others stand further down. */
function StepDeed({ step, suggestion, share }: StepDeedProps) {
  if (step === "share") return share;
  if (step === "arrive") {
    return (
      <>
        <p className="mb-4 text-lede text-pine-soft">
          Your link is ready. Has your friend got it? You see here when it is opened.
        </p>
        <ButtonLink to="/links" tone="sun" size="large" wide>
          Send it again
        </ButtonLink>
      </>
    );
  }
  if (!suggestion) return null;
  return (
    <>
      <p className="mb-4 text-lede text-pine-soft">
        {`Begin with “${suggestion.deck.title}”: about a minute, and you see right away what you can do.`}
      </p>
      <ButtonLink to={`/fvm/${suggestion.deck.id}`} tone="sun" size="large" wide>
        Start
      </ButtonLink>
    </>
  );
}
