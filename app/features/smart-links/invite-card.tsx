/** Brings a friend into a study group. */
import type { Outputs } from "#app/trpc.ts";
import { useWords } from "#app/words/use-words.ts";
import { ConsentNeeded } from "./challenge-card.tsx";
import { mayShare } from "./may-share.ts";
import { ShareLink } from "./share-link.tsx";

interface InviteCardProps {
  viewer: Outputs["people"]["me"];
  slug: string;
  name: string;
}

export function InviteCard({ viewer, slug, name }: InviteCardProps) {
  const t = useWords("sharing");
  return (
    <section aria-labelledby="invite" className="on-river-block rounded-stone p-6">
      <h2 id="invite" className="mb-1 text-head">
        {t("bring")}
      </h2>
      <p className="mb-5 text-pine-soft">{t("bring_text")}</p>
      {mayShare(viewer) ? (
        <ShareLink
          label={t("bring_button")}
          words={t("bring_words", { group: name })}
          link={{ loop: "buddy_challenge", destination: "cohort.room", params: { slug } }}
        />
      ) : (
        <ConsentNeeded />
      )}
    </section>
  );
}
