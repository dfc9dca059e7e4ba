/** `/leaderboards/:subject?period=`: one board, live. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { BoardPage } from "#app/features/leaderboards/board-page.tsx";
import { boardViews } from "#app/features/leaderboards/board-tabs.tsx";
import { HereNow } from "#app/features/presence/here-now.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { useLeaderboard } from "#app/live/use-leaderboard.ts";
import { notFound } from "#app/not-found.ts";
import { useSurfaceViewed } from "#app/telemetry/use-surface-viewed.ts";
import { unwrap } from "#app/trpc.ts";
import { askTicket } from "#app/trpc-client.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import { periods, subjects } from "#shared/vocabulary.ts";

export const handle = { words: ["boards", "presence"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const subject = subjects.find((known) => known === args.params["subject"]);
  if (!subject) throw notFound(args.context.requestId);
  const search = new URL(args.request.url).searchParams;
  const period = periods.find((known) => known === search.get("period")) ?? "weekly";
  const view = boardViews.find((known) => known === search.get("view")) ?? "top";
  const { leaderboards, microDecks } = args.context.trpc;
  const [board, { decks }] = await unwrap(
    args,
    Promise.all([leaderboards.view({ subject, period }), microDecks.list()]),
  );
  const name = wordsFor(args, "shell")(`subject_${subject}`);
  const title = wordsFor(args, "boards")("title", { subject: name });
  return { board, view, title, deckId: decks.find((deck) => deck.subject === subject)?.id ?? null };
}

export default function Leaderboard() {
  const { board, view, deckId } = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer;
  useSurfaceViewed("leaderboard", viewer?.kind === "member");
  const room = useLeaderboard(board, () => askTicket("leaderboard", boardName(board)));
  return (
    <BoardPage
      subject={board.subject}
      period={board.period}
      periodStart={board.periodStart}
      last={board.last}
      view={view}
      {...room}
      alias={viewer?.kind === "member" ? viewer.alias : null}
      deckId={deckId}
      here={viewer?.kind === "member" ? <HereNow subject={board.subject} /> : null}
    />
  );
}
