/** The Tutor Spotlight: a tutor's own page as a link. */
import type { Outputs } from "#app/trpc.ts";
import { SharePanel } from "./share-panel.tsx";

export function SpotlightShare({ page }: { page: NonNullable<Outputs["tutors"]["mine"]["page"]> }) {
  const loop = "tutor_spotlight";
  const subject = page.subjects[0] ?? "any";
  return (
    <SharePanel
      id="spotlight"
      title="Tutor Spotlight"
      text="Bring students to your page. They try five questions first, and join when they like it."
      card={{ persona: "tutor", loop, subject, score: 0, streakDays: 0 }}
      share={{
        label: "Share my page",
        words: "Try five questions of mine, with an explanation to each. No account needed.",
        link: { loop, destination: "tutor.profile", params: { slug: page.slug } },
      }}
    />
  );
}
