/** A result as a card for others: a student's Results Rally, or a guardian's proud moment. */
import type { Outputs } from "#app/trpc.ts";
import { cardWords } from "#shared/share-card-words.ts";
import { SharePanel } from "./share-panel.tsx";

interface ResultShareProps {
  runId: Outputs["microDecks"]["result"]["runId"];
  shared: Outputs["smartLinks"]["resultCard"];
}

const panels = {
  results_rally: {
    title: "Results Rally",
    text: "Show how it went, and ask who comes along. The page behind this link shows the card and decks to try, none of your answers.",
    label: "Share my result",
  },
  proud_parent: {
    title: "A proud moment",
    text: "Share how well it went. The page behind this link shows the card and decks to try: no name, no answers.",
    label: "Share this moment",
  },
};

export function ResultShare({ runId, shared: { card, shareable } }: ResultShareProps) {
  const loop = card.loop === "proud_parent" ? "proud_parent" : "results_rally";
  const { label, ...panel } = panels[loop];
  const { headline, line } = cardWords(card);
  return (
    <SharePanel
      id="share-result"
      {...panel}
      card={card}
      share={{
        label,
        words: `${headline} ${line}`,
        link: { loop, destination: "results.card", params: { resultId: runId } },
      }}
      instead={shareable ? undefined : <ChildConsentNeeded />}
    />
  );
}

function ChildConsentNeeded() {
  return (
    <p className="rounded-block border-2 border-pine-soft px-4 py-3.5">
      <strong className="block">Sharing is switched off for your child.</strong>
      Results of people under 18 stay inside Vel Tutor until a parent or guardian has agreed to
      sharing.
    </p>
  );
}
