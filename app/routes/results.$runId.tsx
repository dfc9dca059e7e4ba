/** `/results/:id`: one result, for its student and the student's guardian. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ResultPage } from "#app/features/micro-decks/result-page.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { ChallengeCard } from "#app/features/smart-links/challenge-card.tsx";
import { notFound } from "#app/not-found.ts";
import { attempt } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import type { RunId } from "#shared/ids.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titled(data ? `Result in ${data.deck.title}` : "Result") },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const runId = (args.params["runId"] ?? "") as RunId;
  const answer = await attempt(args, args.context.trpc.microDecks.result({ runId }), ["BAD_INPUT"]);
  // An address that cannot be a result is as unknown as one that is not.
  if (answer.status === "refused") throw notFound(args.context.requestId);
  return answer.value;
}

export default function Result() {
  const result = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer ?? { kind: "guest" as const };
  return <ResultPage result={result} share={<ChallengeCard viewer={viewer} result={result} />} />;
}
