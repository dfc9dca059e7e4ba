/** `/tutors/:slug`: a tutor's public page. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useFirstInteraction } from "#app/features/micro-decks/use-first-interaction.ts";
import { socialOf } from "#app/features/share-cards/social.ts";
import { useRootData } from "#app/features/shell/viewer.ts";
import { TutorPage } from "#app/features/tutors/tutor-page.tsx";
import { notFound } from "#app/not-found.ts";
import { attempt, unwrap } from "#app/trpc.ts";
import { socialTags } from "#app/ui/social-tags.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["cards"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }, ...socialTags(data.social)] : [];

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params["slug"] ?? "";
  const { requestId, trpc } = args.context;
  const [view, [{ decks }, touch]] = await Promise.all([
    attempt(args, trpc.tutors.view({ slug }), ["BAD_INPUT"]),
    unwrap(args, Promise.all([trpc.microDecks.list(), trpc.smartLinks.recordOpen()])),
  ]);
  // An address that cannot be a tutor's is as unknown as one that is not.
  if (view.status === "refused") throw notFound(requestId);
  const tutor = view.value;
  const card = {
    persona: "tutor",
    loop: "tutor_spotlight",
    subject: tutor.subjects[0] ?? "any",
    score: 0,
    streakDays: 0,
  } as const;
  const t = wordsFor(args, "cards");
  const words = { title: t("tutor_invites"), text: t("tutor_text") };
  return {
    title: t("tutor_title", { name: tutor.name }),
    tutor,
    decks: decks.filter(({ subject }) => tutor.subjects.includes(subject)).slice(0, 8),
    invited: touch.status === "recorded",
    social: socialOf(args, { ...words, path: `/tutors/${tutor.slug}`, card }),
  };
}

export default function Tutor() {
  const { tutor, decks, invited } = useLoaderData<typeof loader>();
  const guest = useRootData()?.viewer.kind !== "member";
  useFirstInteraction(invited);
  return <TutorPage tutor={tutor} decks={decks} guest={guest} />;
}
