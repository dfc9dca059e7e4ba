/** On the home of somebody who has never shared: one tap makes a link of the latest result. */
import type { Outputs } from "#app/trpc.ts";
import { ConsentNeeded } from "./challenge-card.tsx";
import { mayShare } from "./may-share.ts";
import { ShareLink } from "./share-link.tsx";

interface FirstShareProps {
  viewer: Outputs["people"]["me"];
  result: Outputs["microDecks"]["myResults"]["items"][number];
}

export function FirstShare({ viewer, result }: FirstShareProps) {
  if (!mayShare(viewer)) return <ConsentNeeded />;
  const { runId, deckId, title, score, total } = result;
  return (
    <>
      <p className="mb-4 text-lede text-pine-soft">
        {`${score} of ${total} in “${title}”. Who can beat that? Your friend sees your nickname, nothing else.`}
      </p>
      <ShareLink
        label="Challenge a friend"
        words={`I got ${score} of ${total} in ${title}. Can you beat that?`}
        link={{
          loop: "buddy_challenge",
          destination: "fvm.deck",
          params: { deckId, resultId: runId },
        }}
      />
    </>
  );
}
