/** `/share/:card`: what a shared card says, for everybody, and the way in. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useFirstInteraction } from "#app/features/micro-decks/use-first-interaction.ts";
import { sayCard } from "#app/features/share-cards/say-card.ts";
import { SharePage } from "#app/features/share-cards/share-page.tsx";
import { socialOf } from "#app/features/share-cards/social.ts";
import { useRootData } from "#app/features/shell/viewer.ts";
import { notFound } from "#app/not-found.ts";
import { unwrap } from "#app/trpc.ts";
import { socialTags } from "#app/ui/social-tags.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { cardPagePath, readCardSlug } from "#shared/card-slug.ts";

export const handle = { words: ["cards"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.social.title) }, ...socialTags(data.social)] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { requestId, trpc } = args.context;
  const card = readCardSlug(args.params["card"] ?? "");
  if (!card) throw notFound(requestId);
  const [{ decks }, touch] = await unwrap(
    args,
    Promise.all([trpc.microDecks.list(), trpc.smartLinks.recordOpen()]),
  );
  const fitting = decks.filter(({ subject }) => subject === card.subject);
  const { headline: title, line: text } = sayCard(wordsFor(args, "cards"), card);
  return {
    card,
    decks: fitting.length > 0 ? fitting : decks.slice(0, 8),
    invited: touch.status === "recorded",
    social: socialOf(args, { title, text, path: cardPagePath(card), card }),
  };
}

export default function Share() {
  const { card, decks, invited } = useLoaderData<typeof loader>();
  const guest = useRootData()?.viewer.kind !== "member";
  useFirstInteraction(invited);
  return <SharePage card={card} decks={decks} guest={guest} />;
}
