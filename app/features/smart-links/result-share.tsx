/** A result as a card for others: a student's Results Rally, or a guardian's proud moment. */
import { sayCard } from "#app/features/share-cards/say-card.ts";
import type { Outputs } from "#app/trpc.ts";
import { useWords } from "#app/words/use-words.ts";
import { SharePanel } from "./share-panel.tsx";

interface ResultShareProps {
  runId: Outputs["microDecks"]["result"]["runId"];
  shared: Outputs["smartLinks"]["resultCard"];
}

export function ResultShare({ runId, shared: { card, shareable } }: ResultShareProps) {
  const t = useWords("sharing");
  const loop = card.loop === "proud_parent" ? "proud_parent" : "results_rally";
  const name = loop === "proud_parent" ? "proud" : "rally";
  const { headline, line } = sayCard(useWords("cards"), card);
  return (
    <SharePanel
      id="share-result"
      title={t(name)}
      text={t(`${name}_text`)}
      card={card}
      share={{
        label: t(`${name}_button`),
        // A student's next step is the challenge above.
        second: loop === "results_rally",
        words: `${headline} ${line}`,
        link: { loop, destination: "results.card", params: { resultId: runId } },
      }}
      instead={shareable ? undefined : <ChildConsentNeeded />}
    />
  );
}

function ChildConsentNeeded() {
  const t = useWords("sharing");
  return (
    <p className="rounded-block border-2 border-pine-soft px-4 py-3.5">
      <strong className="block">{t("child_off")}</strong>
      {t("child_text")}
    </p>
  );
}
