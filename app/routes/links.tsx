/** `/links`: a person's smart links with their counts. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { LinksPage } from "#app/features/smart-links/links-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["cards", "links", "sharing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const { smartLinks, microDecks } = args.context.trpc;
  const [page, { decks }] = await unwrap(
    args,
    Promise.all([smartLinks.list(cursor ? { cursor } : {}), microDecks.list()]),
  );
  const deckTitles = Object.fromEntries(decks.map((deck) => [deck.id, deck.title]));
  return { ...page, deckTitles, now: Date.now(), title: wordsFor(args, "links")("title") };
}

export default function Links() {
  return <LinksPage {...useLoaderData<typeof loader>()} />;
}
