/** Home while a guardian's answer is awaited: friendly, and with something to do. */
import { GateOtter } from "#app/ui/art/gate-otter.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Deck } from "./next-deck.ts";

export function WaitingPage({ alias, decks }: { alias: string; decks: Deck[] }) {
  const t = useWords("home");
  return (
    <Page>
      <div className="on-river-block grid overflow-hidden rounded-stone sm:grid-cols-[1.4fr_1fr]">
        <div className="p-7 sm:p-10">
          <h1 className="text-title">{t("almost_there", { alias })}</h1>
          <p className="mt-3 max-w-md text-lede text-pine-soft">{t("waiting_text")}</p>
          <p className="mt-3 max-w-md text-pine-soft">{t("waiting_spam")}</p>
        </div>
        <GateOtter className="hidden h-full w-full sm:block" />
      </div>
      <Section id="decks" title={t("waiting_decks")} className="mt-10">
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
