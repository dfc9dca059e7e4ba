/** `/links`: a person's smart links with their counts. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { LinksPage } from "#app/features/smart-links/links-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import type { RouteHandle } from "#app/words/page-words.server.ts";

export const handle = { words: ["sharing"] } satisfies RouteHandle;

export const meta: MetaFunction = () => [{ title: titled("Your links") }];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const { smartLinks, microDecks } = args.context.trpc;
  const [page, { decks }] = await unwrap(
    args,
    Promise.all([smartLinks.list(cursor ? { cursor } : {}), microDecks.list()]),
  );
  const deckTitles = Object.fromEntries(decks.map((deck) => [deck.id, deck.title]));
  return { ...page, deckTitles, now: Date.now() };
}

export async function action(args: ActionFunctionArgs) {
  const code = String((await args.request.formData()).get("code") ?? "");
  return unwrap(args, args.context.trpc.smartLinks.revoke({ code }));
}

export default function Links() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  useEffect(() => {
    if (done) say("Taken back. The link no longer opens.");
  }, [done, say]);
  return <LinksPage {...loaded} />;
}
