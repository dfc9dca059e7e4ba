/** A card's own page: what it says in words, and the way in. Nothing else is known here. */
import type { ReactNode } from "react";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { type DeckOnTile, DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { CardFields } from "#shared/share-card.ts";
import { CardPicture } from "./card-picture.tsx";
import { sayCard } from "./say-card.ts";

interface SharePageProps {
  card: CardFields;
  /** Of the card's subject, or of all where it has none. */
  decks: readonly DeckOnTile[];
  guest: boolean;
}

export function SharePage({ card, decks, guest }: SharePageProps) {
  const t = useWords("cards");
  const s = useWords("shell");
  const words = sayCard(t, card);
  const [first] = decks;
  const subject = card.subject === "any" ? null : s(`subject_${card.subject}`);
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
                {subject ? t("try_subject", { subject }) : t("try_any")}
              </ButtonLink>
            ) : null}
            {guest ? (
              <ButtonLink to="/join" size="large" className="w-full sm:w-auto">
                {t("join_free")}
              </ButtonLink>
            ) : null}
          </div>
          <p className="mt-4 text-[0.9375rem] text-soft">{t("about")}</p>
        </div>
      </div>
      <Section
        id="decks"
        title={subject ? t("decks_of", { subject }) : t("pick")}
        className="mt-14"
      >
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
  const t = useWords("cards");
  const s = useWords("shell");
  const { subject, score, streakDays } = card;
  return (
    <dl className="mt-5 grid gap-3">
      {subject === "any" ? null : (
        <Fact name={t("subject")}>
          <SubjectStone subject={subject} className="size-9" />
          {s(`subject_${subject}`)}
        </Fact>
      )}
      {score === 0 ? null : <Fact name={t("score")}>{t("score_value", { score, total: 5 })}</Fact>}
      {streakDays === 0 ? null : (
        <Fact name={t("streak")}>{t("streak_value", { count: streakDays })}</Fact>
      )}
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
