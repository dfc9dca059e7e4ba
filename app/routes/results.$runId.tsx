/** `/results/:id`: one result, for its student and the student's guardian and tutor. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { ResultPage } from "#app/features/micro-decks/result-page.tsx";
import { RunProgress } from "#app/features/progress/run-progress.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { ChallengeCard } from "#app/features/smart-links/challenge-card.tsx";
import { mayShare } from "#app/features/smart-links/may-share.ts";
import { ResultShare } from "#app/features/smart-links/result-share.tsx";
import { notFound } from "#app/not-found.ts";
import { track } from "#app/telemetry/track.ts";
import { attempt } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import type { RunId } from "#shared/ids.ts";

export const handle = {
  words: ["achievements", "cards", "progress", "result", "sharing", "skills"],
} satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data ? [{ title: titled(data.title) }] : []),
  { name: "robots", content: "noindex" },
];

const unshared = ["UNAUTHENTICATED", "GUARDIAN_PENDING", "NOT_FOUND", "BAD_INPUT"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const runId = (args.params["runId"] ?? "") as RunId;
  const { microDecks, progress, smartLinks } = args.context.trpc;
  const [answer, practice, card] = await Promise.all([
    attempt(args, microDecks.result({ runId }), ["BAD_INPUT"]),
    attempt(args, progress.mine(), ["UNAUTHENTICATED"]),
    // A tutor sees a student's result, and shares it with nobody.
    attempt(args, smartLinks.resultCard({ resultId: runId }), unshared),
  ]);
  // An address that cannot be a result is as unknown as one that is not.
  if (answer.status === "refused") throw notFound(args.context.requestId);
  const mine = practice.status === "done" ? practice.value : null;
  const shared = card.status === "done" ? card.value : null;
  const title = wordsFor(args, "result")("title", { deck: answer.value.deck.title });
  return { result: answer.value, progress: mine, shared, title, now: Date.now() };
}

export default function Result() {
  const { result, progress, shared, now } = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer ?? { kind: "guest" as const };
  const { owner, runId } = result;
  useEffect(() => track("results.viewed", { runId, owner }), [runId, owner]);
  const own = owner === "you";
  const asCard = shared ? <ResultShare runId={result.runId} shared={shared} /> : null;
  return (
    <ResultPage
      result={result}
      share={own ? <ChallengeCard viewer={viewer} result={result} /> : asCard}
      rally={own && mayShare(viewer) ? asCard : null}
      progress={
        progress ? (
          <RunProgress key={result.runId} progress={progress} run={result} now={now} />
        ) : null
      }
    />
  );
}
