/** Home while a guardian's answer is awaited: friendly, and with something to do. */
import { GateOtter } from "#app/ui/art/gate-otter.tsx";
import { Section } from "#app/ui/card.tsx";
import { DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Deck } from "./next-deck.ts";

export function WaitingPage({ alias, decks }: { alias: string; decks: Deck[] }) {
  return (
    <Page>
      <div className="on-river-block grid overflow-hidden rounded-stone sm:grid-cols-[1.4fr_1fr]">
        <div className="p-7 sm:p-10">
          <h1 className="text-title">{`Hello, ${alias}. Almost there!`}</h1>
          <p className="mt-3 max-w-md text-lede text-pine-soft">
            We have written to your guardian. As soon as they say yes, your account opens by itself.
          </p>
          <p className="mt-3 max-w-md text-pine-soft">
            No mail there? Ask them to look into the spam folder. Until then, every deck is open to
            you.
          </p>
        </div>
        <GateOtter className="hidden h-full w-full sm:block" />
      </div>
      <Section id="decks" title="Play while you wait" className="mt-10">
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
