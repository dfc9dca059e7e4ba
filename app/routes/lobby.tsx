/** `/lobby`: who is here right now, and a deck to start. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { LobbyPage } from "#app/features/presence/lobby-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Lobby") }];

export async function loader(args: LoaderFunctionArgs) {
  const { presence, microDecks, people } = args.context.trpc;
  const [{ subjects: counts }, { decks }, viewer] = await unwrap(
    args,
    Promise.all([presence.list(), microDecks.list(), people.me()]),
  );
  const deckIds = Object.fromEntries(decks.toReversed().map(({ subject, id }) => [subject, id]));
  return { counts, deckIds, alias: viewer.kind === "member" ? viewer.alias : "" };
}

export default function Lobby() {
  return <LobbyPage {...useLoaderData<typeof loader>()} />;
}
