/** One and the same page for every link that does not open, whatever the reason. */
import type { Outputs } from "#app/trpc.ts";
import { LostOtter } from "#app/ui/art/lost-otter.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";

export function LinkUnavailablePage({ decks }: { decks: Outputs["microDecks"]["list"]["decks"] }) {
  const t = useWords("sharing");
  const [first, ...others] = decks;
  return (
    <Page>
      <div className="grid items-center gap-8 md:grid-cols-[1fr_1.2fr]">
        <LostOtter className="mx-auto w-full max-w-72" />
        <div>
          <h1 className="text-title">{t("ended_heading")}</h1>
          <p className="mt-3 text-lede text-soft">{t("ended_text")}</p>
          {first ? (
            <ButtonLink to={`/fvm/${first.id}`} tone="sun" size="large" className="mt-6">
              {t("try_deck")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <Section id="others" title={t("pick_another")} className="mt-14">
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {others
            .filter((_, index) => index % 2 === 1)
            .slice(0, 4)
            .map((deck) => (
              <li key={deck.id} className="grid">
                <DeckTile deck={deck} />
              </li>
            ))}
        </ul>
      </Section>
    </Page>
  );
}
