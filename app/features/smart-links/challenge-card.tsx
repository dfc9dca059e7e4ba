/** The Buddy Challenge on a result: make the link, or why it has to wait. */
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { cardScoreOf } from "#shared/share-card.ts";
import { mayShare } from "./may-share.ts";
import { SharePanel } from "./share-panel.tsx";

interface ChallengeCardProps {
  viewer: Outputs["people"]["me"];
  result: Pick<Outputs["microDecks"]["result"], "runId" | "deck" | "score" | "total">;
}

export function ChallengeCard({ viewer, result }: ChallengeCardProps) {
  const { runId, deck, score, total } = result;
  const loop = "buddy_challenge";
  const card = { subject: deck.subject, score: cardScoreOf(score, total), streakDays: 0 } as const;
  return (
    <SharePanel
      id="challenge"
      title="Buddy Challenge"
      text="Send a friend the same five questions and your score to beat. Your friend sees your nickname, nothing else."
      card={{ persona: "student", loop, ...card }}
      share={{
        label: "Challenge a friend",
        words: `I got ${score} of ${total} in ${deck.title}. Can you beat that?`,
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
            Join and challenge a friend
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
  return (
    <div className="rounded-block border-2 border-pine-soft px-4 py-3.5">
      <p>
        <strong className="block">A grown-up has to say yes first.</strong>
        You are under 18, so links that leave Vel Tutor need the yes of a parent or guardian. Decks,
        boards and study groups are open to you now.
      </p>
      <ButtonLink to="/ask-guardian" tone="sun" className="mt-4">
        Ask my guardian
      </ButtonLink>
    </div>
  );
}
