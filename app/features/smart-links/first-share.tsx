/** On the home of somebody who has never shared: one tap makes a link of the latest result. */
import type { Outputs } from "#app/trpc.ts";
import { useWords } from "#app/words/use-words.ts";
import { ConsentNeeded } from "./challenge-card.tsx";
import { mayShare } from "./may-share.ts";
import { ShareLink } from "./share-link.tsx";

interface FirstShareProps {
  viewer: Outputs["people"]["me"];
  result: Outputs["microDecks"]["myResults"]["items"][number];
}

export function FirstShare({ viewer, result }: FirstShareProps) {
  const t = useWords("sharing");
  if (!mayShare(viewer)) return <ConsentNeeded />;
  const { runId, deckId, title, score, total } = result;
  return (
    <>
      <p className="mb-4 text-lede text-pine-soft">
        {t("first_share", { score, total, deck: title })}
      </p>
      <ShareLink
        label={t("buddy_button")}
        words={t("buddy_words", { score, total, deck: title })}
        link={{
          loop: "buddy_challenge",
          destination: "fvm.deck",
          params: { deckId, resultId: runId },
        }}
      />
    </>
  );
}
