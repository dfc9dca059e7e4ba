/** The Tutor Spotlight: a tutor's own page as a link. */
import type { Outputs } from "#app/trpc.ts";
import { useWords } from "#app/words/use-words.ts";
import { SharePanel } from "./share-panel.tsx";

export function SpotlightShare({ page }: { page: NonNullable<Outputs["tutors"]["mine"]["page"]> }) {
  const t = useWords("sharing");
  const loop = "tutor_spotlight";
  const subject = page.subjects[0] ?? "any";
  return (
    <SharePanel
      id="spotlight"
      title={t("spotlight")}
      text={t("spotlight_text")}
      card={{ persona: "tutor", loop, subject, score: 0, streakDays: 0 }}
      share={{
        label: t("spotlight_button"),
        words: t("spotlight_words"),
        link: { loop, destination: "tutor.profile", params: { slug: page.slug } },
      }}
    />
  );
}
