/** The first page: a promise, a picture, one button, and what happens after it. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { Crossing } from "#app/ui/art/crossing.tsx";
import { RiverBackdrop } from "#app/ui/art/river-backdrop.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { ScoreRing } from "#app/ui/score-ring.tsx";
import { Stones } from "#app/ui/stones.tsx";
import { formatDuration } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

type Decks = Outputs["microDecks"]["list"]["decks"];

export function WelcomePage({ decks }: { decks: Decks }) {
  const t = useWords("welcome");
  const [first] = decks;
  return (
    <>
      <div className="on-river-block relative overflow-hidden">
        <RiverBackdrop className="absolute inset-0 size-full" />
        <div className="column relative grid items-center gap-x-10 pt-10 sm:pt-14 lg:grid-cols-[1fr_1.05fr] lg:pt-6">
          <div className="lg:py-20">
            <h1 className="text-hero">{t("heading")}</h1>
            <p className="mt-5 max-w-md text-lede text-pine-soft">{t("lede")}</p>
            <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
              {first ? (
                <ButtonLink to={`/fvm/${first.id}`} tone="sun" size="large">
                  {t("try_deck")}
                </ButtonLink>
              ) : null}
              <Link
                to="/sign-in"
                className="inline-flex min-h-11 items-center font-bold underline decoration-2 decoration-pine-soft underline-offset-4 hover:decoration-current"
              >
                {t("have_account")}
              </Link>
            </div>
            <p className="mt-5 text-[0.9375rem] text-pine-soft">{t("calm")}</p>
          </div>
          <Crossing className="-mt-4 mx-auto mb-6 w-full max-w-xl self-end lg:mt-24" />
        </div>
      </div>
      <div className="column grid gap-14 py-14 sm:gap-20 sm:py-20">
        <HowItGoes />
        <Section id="decks" title={t("pick")}>
          <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
            {onePerSubject(decks).map((deck) => (
              <li key={deck.id} className="grid">
                <DeckTile deck={deck} />
              </li>
            ))}
          </ul>
        </Section>
        <ForParents />
      </div>
    </>
  );
}

function HowItGoes() {
  const t = useWords("welcome");
  return (
    <Section id="how" title={t("how")}>
      <ol className="grid gap-8 md:grid-cols-3">
        <Step title={t("cross")} text={t("cross_text")}>
          <div className="w-full max-w-60">
            <Stones label={t("example")} stones={["right", "right", "learned", "here", "ahead"]} />
          </div>
        </Step>
        <Step title={t("see")} text={t("see_text")}>
          <ScoreRing score={4} total={5} className="w-28 text-[0.8rem]" />
        </Step>
        <Step title={t("challenge")} text={t("challenge_text")}>
          <p className="rounded-block rounded-bl-sm bg-sun px-4 py-3 font-bold font-display text-on-sun">
            {t("your_turn", { score: 4, total: 5, time: formatDuration(62_000) })}
          </p>
        </Step>
      </ol>
    </Section>
  );
}

function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <li className="flex flex-col">
      <div className="mb-5 flex h-36 items-center justify-center rounded-stone bg-well px-6">
        {children}
      </div>
      <h3 className="text-head">{title}</h3>
      <p className="mt-1 text-soft">{text}</p>
    </li>
  );
}

function ForParents() {
  const t = useWords("welcome");
  return (
    <section
      aria-labelledby="parents"
      className="grid gap-6 rounded-stone bg-river-soft p-6 sm:p-10 md:grid-cols-[1fr_1.4fr] md:items-center"
    >
      <h2 id="parents" className="text-title">
        {t("parents")}
      </h2>
      <ul className="grid gap-3">
        {([1, 2, 3] as const).map((promise) => (
          <li key={promise} className="flex gap-3">
            <span aria-hidden="true" className="mt-2 size-2.5 shrink-0 rounded-full bg-river" />
            {t(`promise_${promise}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function onePerSubject(decks: Decks): Decks {
  const seen = new Set<string>();
  return decks.filter((deck) => !seen.has(deck.subject) && seen.add(deck.subject));
}
