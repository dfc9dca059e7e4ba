/** A card's own page: what it says in words, and the way in. Nothing else is known here. */
import type { ReactNode } from "react";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { type DeckOnTile, DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import type { CardFields } from "#shared/share-card.ts";
import { cardWords } from "#shared/share-card-words.ts";
import { loopNames, subjectNames } from "#shared/vocabulary.ts";
import { CardPicture } from "./card-picture.tsx";

interface SharePageProps {
  card: CardFields;
  /** Of the card's subject, or of all where it has none. */
  decks: readonly DeckOnTile[];
  guest: boolean;
}

export function SharePage({ card, decks, guest }: SharePageProps) {
  const words = cardWords(card);
  const [first] = decks;
  const name = card.subject === "any" ? "" : `${subjectNames[card.subject]} `;
  return (
    <Page>
      <div className="grid items-center gap-8 lg:grid-cols-[1.25fr_1fr] lg:gap-12">
        <CardPicture card={card} first className="rounded-stone shadow-[0_10px_0_var(--well)]" />
        <div>
          <p className="font-bold text-river">{words.kicker}</p>
          <h1 className="mt-1 text-title">{words.headline}</h1>
          <Facts card={card} />
          <div className="mt-7 flex flex-wrap gap-3">
            {first ? (
              <ButtonLink
                to={`/fvm/${first.id}`}
                tone="sun"
                size="large"
                className="w-full sm:w-auto"
              >
                {`Try a ${name}deck`}
              </ButtonLink>
            ) : null}
            {guest ? (
              <ButtonLink to="/join" size="large" className="w-full sm:w-auto">
                Join for free
              </ButtonLink>
            ) : null}
          </div>
          <p className="mt-4 text-[0.9375rem] text-soft">
            Five questions, about a minute. Playing needs no account.
          </p>
        </div>
      </div>
      <Section id="decks" title={name ? `${name}decks` : "Pick the one you like"} className="mt-14">
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {decks.map((deck) => (
            <li key={deck.id} className="grid">
              <DeckTile deck={deck} />
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** The card's fields in words; a field that says nothing has no line. */
function Facts({ card }: { card: CardFields }) {
  const { subject, score, streakDays, loop } = card;
  return (
    <dl className="mt-5 grid gap-3">
      {subject === "any" ? null : (
        <Fact name="Subject">
          <SubjectStone subject={subject} className="size-9" />
          {subjectNames[subject]}
        </Fact>
      )}
      {score === 0 ? null : <Fact name="Score">{`${score} of 5 right`}</Fact>}
      {streakDays === 0 ? null : (
        <Fact name="Streak">{`${streakDays} days in a row, or more`}</Fact>
      )}
      <Fact name="Shared as">{loopNames[loop]}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center gap-4">
      <dt className="w-24 shrink-0 text-soft">{name}</dt>
      <dd className="flex items-center gap-2.5 font-bold">{children}</dd>
    </div>
  );
}
