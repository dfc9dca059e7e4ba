/** The Buddy Challenge on a result: make the link, or why it has to wait. */
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";
import { cardScoreOf } from "#shared/share-card.ts";
import { mayShare } from "./may-share.ts";
import { SharePanel } from "./share-panel.tsx";

interface ChallengeCardProps {
  viewer: Outputs["people"]["me"];
  result: Pick<Outputs["microDecks"]["result"], "runId" | "deck" | "score" | "total">;
}

export function ChallengeCard({ viewer, result }: ChallengeCardProps) {
  const t = useWords("sharing");
  const { runId, deck, score, total } = result;
  const loop = "buddy_challenge";
  const card = { subject: deck.subject, score: cardScoreOf(score, total), streakDays: 0 } as const;
  return (
    <SharePanel
      id="challenge"
      title={t("buddy")}
      text={t("buddy_text")}
      card={{ persona: "student", loop, ...card }}
      share={{
        label: t("buddy_button"),
        words: t("buddy_words", { score, total, deck: deck.title }),
        link: { loop, destination: "fvm.deck", params: { deckId: deck.id, resultId: runId } },
      }}
      instead={
        viewer.kind === "guest" ? (
          <ButtonLink
            to={`/join?${new URLSearchParams({ returnTo: `/results/${runId}` })}`}
            tone="sun"
            size="large"
            wide
          >
            {t("join_and")}
          </ButtonLink>
        ) : mayShare(viewer) ? undefined : (
          <ConsentNeeded />
        )
      }
    />
  );
}

/** Says why, and what is possible all the same. */
export function ConsentNeeded() {
  const t = useWords("sharing");
  return (
    <div className="rounded-block border-2 border-pine-soft px-4 py-3.5">
      <p>
        <strong className="block">{t("consent_title")}</strong>
        {t("consent_text")}
      </p>
      <ButtonLink to="/ask-guardian" tone="sun" className="mt-4">
        {t("ask_guardian")}
      </ButtonLink>
    </div>
  );
}
