/** `/results/:id`: one result, for its student and the student's guardian and tutor. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ResultPage } from "#app/features/micro-decks/result-page.tsx";
import { RunProgress } from "#app/features/progress/run-progress.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { ChallengeCard } from "#app/features/smart-links/challenge-card.tsx";
import { notFound } from "#app/not-found.ts";
import { attempt } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import type { RunId } from "#shared/ids.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titled(data ? `Result in ${data.result.deck.title}` : "Result") },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const runId = (args.params["runId"] ?? "") as RunId;
  const { microDecks, progress } = args.context.trpc;
  const [answer, practice] = await Promise.all([
    attempt(args, microDecks.result({ runId }), ["BAD_INPUT"]),
    attempt(args, progress.mine(), ["UNAUTHENTICATED"]),
  ]);
  // An address that cannot be a result is as unknown as one that is not.
  if (answer.status === "refused") throw notFound(args.context.requestId);
  const mine = practice.status === "done" ? practice.value : null;
  return { result: answer.value, progress: mine, now: Date.now() };
}

export default function Result() {
  const { result, progress, now } = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer ?? { kind: "guest" as const };
  return (
    <ResultPage
      result={result}
      share={<ChallengeCard viewer={viewer} result={result} />}
      progress={
        progress ? (
          <RunProgress key={result.runId} progress={progress} run={result} now={now} />
        ) : null
      }
    />
  );
}
