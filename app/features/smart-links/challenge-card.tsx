/** The Buddy Challenge on a result: make the link, or why it has to wait. */
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { mayShare } from "./may-share.ts";
import { ShareLink } from "./share-link.tsx";

interface ChallengeCardProps {
  viewer: Outputs["people"]["me"];
  result: Pick<Outputs["microDecks"]["result"], "runId" | "deck" | "score" | "total">;
}

export function ChallengeCard({ viewer, result }: ChallengeCardProps) {
  const { runId, deck, score, total } = result;
  return (
    <section aria-labelledby="challenge" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="challenge" className="text-head">
        Buddy Challenge
      </h2>
      <p className="mt-2 mb-5 text-pine-soft">
        Send a friend the same five questions and your score to beat. Your friend sees your
        nickname, nothing else.
      </p>
      {viewer.kind === "guest" ? (
        <ButtonLink
          to={`/join?${new URLSearchParams({ returnTo: `/results/${runId}` })}`}
          tone="sun"
          size="large"
          wide
        >
          Join and challenge a friend
        </ButtonLink>
      ) : mayShare(viewer) ? (
        <ShareLink
          label="Challenge a friend"
          words={`I got ${score} of ${total} in ${deck.title}. Can you beat that?`}
          link={{
            loop: "buddy_challenge",
            destination: "fvm.deck",
            params: { deckId: deck.id, resultId: runId },
          }}
        />
      ) : (
        <ConsentNeeded />
      )}
    </section>
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
