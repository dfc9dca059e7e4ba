/** Brings a friend into a study group. */
import type { Outputs } from "#app/trpc.ts";
import { ConsentNeeded } from "./challenge-card.tsx";
import { mayShare } from "./may-share.ts";
import { ShareLink } from "./share-link.tsx";

interface InviteCardProps {
  viewer: Outputs["people"]["me"];
  slug: string;
  name: string;
}

export function InviteCard({ viewer, slug, name }: InviteCardProps) {
  return (
    <section aria-labelledby="invite" className="on-river-block rounded-stone p-6">
      <h2 id="invite" className="mb-1 text-head">
        Bring a friend
      </h2>
      <p className="mb-5 text-pine-soft">More fun across the river together.</p>
      {mayShare(viewer) ? (
        <ShareLink
          label="Invite a friend"
          words={`Come and study with us: ${name}.`}
          link={{ loop: "buddy_challenge", destination: "cohort.room", params: { slug } }}
        />
      ) : (
        <ConsentNeeded />
      )}
    </section>
  );
}
