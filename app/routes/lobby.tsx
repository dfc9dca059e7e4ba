/** `/lobby`: who is here right now, and a deck to start. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { LobbyPage } from "#app/features/presence/lobby-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["lobby", "presence"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { presence, microDecks, people } = args.context.trpc;
  const [{ subjects: counts }, { decks }, viewer] = await unwrap(
    args,
    Promise.all([presence.list(), microDecks.list(), people.me()]),
  );
  const deckIds = Object.fromEntries(decks.toReversed().map(({ subject, id }) => [subject, id]));
  const title = wordsFor(args, "lobby")("title");
  return { counts, deckIds, alias: viewer.kind === "member" ? viewer.alias : "", title };
}

export default function Lobby() {
  const { title: _, ...loaded } = useLoaderData<typeof loader>();
  return <LobbyPage {...loaded} />;
}
