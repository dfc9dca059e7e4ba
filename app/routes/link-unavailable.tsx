/** `/link-unavailable`: a smart link that no longer leads anywhere, with another way in. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { LinkUnavailablePage } from "#app/features/smart-links/link-unavailable-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [
  { title: titled("This link has ended") },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return unwrap(args, args.context.trpc.microDecks.list());
}

export default function LinkUnavailable() {
  return <LinkUnavailablePage decks={useLoaderData<typeof loader>().decks} />;
}
