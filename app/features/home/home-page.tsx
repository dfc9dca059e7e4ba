/** A student's home: what to do next, how practice goes, and what others do. */
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectGlyph } from "#app/ui/subject-glyph.tsx";
import { useWords } from "#app/words/use-words.ts";
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
  const t = useWords("home");
  const suggestion = nextDeck(decks, results);
  const step = nextStep(results, links, props.challenges);
  return (
    <Page>
      <HomeHead alias={alias} text={t("student_text")} />
      {step ? (
        <FirstSteps step={step}>
          <StepDeed step={step} suggestion={suggestion} share={share} />
        </FirstSteps>
      ) : null}
      {suggestion && step !== "play" ? <GoOn suggestion={suggestion} /> : null}
      {progressCard}
      <div className="mt-10 grid grid-cols-1 gap-10 lg:grid-cols-[1.5fr_1fr] lg:grid-rows-[auto_1fr]">
        <LatestResults results={results.slice(0, 5)} now={now} />
        <div className="grid grid-cols-1 content-start gap-10 lg:row-span-2">
          <Groups cohorts={cohorts} />
          <Boards />
        </div>
        <div className="min-w-0">{feed}</div>
      </div>
      <Section id="decks" title={t("all_decks")} className="mt-12">
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {decks.map((deck) => {
            const best = bestScores(results).get(deck.id);
            return (
              <li key={deck.id} className="grid">
                <DeckTile
                  deck={deck}
                  note={
                    best === undefined ? undefined : t("your_best", { best, total: deck.total })
                  }
                />
              </li>
            );
          })}
        </ul>
      </Section>
    </Page>
  );
}

/** Why this deck, in a few words. */
function Why({ suggestion }: { suggestion: Suggestion }) {
  const t = useWords("home");
  const s = useWords("shell");
  const { why, deck } = suggestion;
  if (why === "same_subject") {
    return t("why_same_subject", { subject: s(`subject_${deck.subject}`) });
  }
  if (why === "improve") return t("why_improve", { best: suggestion.best, total: deck.total });
  return t(`why_${why}`);
}

function GoOn({ suggestion }: { suggestion: Suggestion }) {
  const { deck } = suggestion;
  const t = useWords("home");
  return (
    <section
      aria-labelledby="go-on"
      data-subject={deck.subject}
      className="relative flex flex-wrap items-center justify-between gap-x-10 gap-y-5 overflow-hidden rounded-stone bg-stone p-6 text-on-stone sm:p-9"
    >
      <SubjectGlyph
        subject={deck.subject}
        className="-end-10 -bottom-12 absolute size-44 rotate-6 opacity-15 sm:end-48 sm:-bottom-16 sm:size-60"
      />
      <div className="relative">
        <p className="font-bold">
          <Why suggestion={suggestion} />
        </p>
        <h2 id="go-on" lang="en" className="mt-1 text-title">
          {deck.title}
        </h2>
        <p lang="en" className="mt-1 max-w-xl text-lede">
          {deck.summary}
        </p>
      </div>
      <ButtonLink
        to={`/fvm/${deck.id}`}
        tone="pine"
        size="large"
        className="relative w-full sm:w-auto sm:min-w-44"
      >
        {t(`go_${suggestion.why}`)}
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
  const t = useWords("home");
  if (step === "share") return share;
  if (step === "arrive") {
    return (
      <>
        <p className="mb-4 text-lede text-pine-soft">{t("link_ready")}</p>
        <ButtonLink to="/links" tone="sun" size="large" wide>
          {t("send_again")}
        </ButtonLink>
      </>
    );
  }
  if (!suggestion) return null;
  return (
    <>
      <p className="mb-4 text-lede text-pine-soft">{t("begin", { deck: suggestion.deck.title })}</p>
      <ButtonLink to={`/fvm/${suggestion.deck.id}`} tone="sun" size="large" wide>
        {t("go_first")}
      </ButtonLink>
    </>
  );
}
