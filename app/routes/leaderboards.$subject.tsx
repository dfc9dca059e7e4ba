/** `/leaderboards/:subject?period=`: one board, live. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { BoardPage } from "#app/features/leaderboards/board-page.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { useLeaderboard } from "#app/live/use-leaderboard.ts";
import { notFound } from "#app/not-found.ts";
import { unwrap } from "#app/trpc.ts";
import { askTicket } from "#app/trpc-client.ts";
import { titled } from "#app/ui/titled.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import { periods, subjectNames, subjects } from "#shared/vocabulary.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titled(data ? `${subjectNames[data.board.subject]} board` : "Board") },
];

export async function loader(args: LoaderFunctionArgs) {
  const subject = subjects.find((known) => known === args.params["subject"]);
  if (!subject) throw notFound(args.context.requestId);
  const asked = new URL(args.request.url).searchParams.get("period");
  const period = periods.find((known) => known === asked) ?? "weekly";
  const { leaderboards, microDecks } = args.context.trpc;
  const [board, { decks }] = await unwrap(
    args,
    Promise.all([leaderboards.view({ subject, period }), microDecks.list()]),
  );
  return { board, deckId: decks.find((deck) => deck.subject === subject)?.id ?? null };
}

export default function Leaderboard() {
  const { board, deckId } = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer;
  const room = useLeaderboard(board, () => askTicket("leaderboard", boardName(board)));
  return (
    <BoardPage
      subject={board.subject}
      period={board.period}
      {...room}
      alias={viewer?.kind === "member" ? viewer.alias : null}
      deckId={deckId}
    />
  );
}
