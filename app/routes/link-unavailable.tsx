/** `/link-unavailable`: a smart link that no longer leads anywhere, with another way in. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { LinkUnavailablePage } from "#app/features/smart-links/link-unavailable-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["sharing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data ? [{ title: titled(data.title) }] : []),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { decks } = await unwrap(args, args.context.trpc.microDecks.list());
  return { decks, title: wordsFor(args, "sharing")("ended") };
}

export default function LinkUnavailable() {
  return <LinkUnavailablePage decks={useLoaderData<typeof loader>().decks} />;
}
