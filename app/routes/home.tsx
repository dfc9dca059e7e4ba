/** `/home`: where a signed-in person begins. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { HappeningNow } from "#app/features/activity/happening-now.tsx";
import { HomePage } from "#app/features/home/home-page.tsx";
import { WaitingPage } from "#app/features/home/waiting-page.tsx";
import { ProgressCard } from "#app/features/progress/progress-card.tsx";
import { signInPath, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Home") }];

export async function loader(args: LoaderFunctionArgs) {
  const { activity, people, microDecks, cohorts, progress } = args.context.trpc;
  const viewer = await unwrap(args, people.me());
  if (viewer.kind === "guest") throw redirect(signInPath("/home"));
  const { decks } = await unwrap(args, microDecks.list());
  const { alias } = viewer;
  if (viewer.guardianState === "pending") return { state: "waiting" as const, alias, decks };
  const [results, groups, practice, news] = await unwrap(
    args,
    Promise.all([
      microDecks.myResults({}),
      cohorts.mine(),
      progress.mine(),
      activity.feed({ scope: "global" }),
    ]),
  );
  return {
    state: "open" as const,
    alias,
    decks,
    results: results.items,
    cohorts: groups.cohorts,
    progress: practice,
    news,
    now: Date.now(),
  };
}

export default function Home() {
  const loaded = useLoaderData<typeof loader>();
  if (loaded.state === "waiting") return <WaitingPage alias={loaded.alias} decks={loaded.decks} />;
  const { progress, news, ...home } = loaded;
  const deckTitles = Object.fromEntries(home.decks.map(({ id, title }) => [id, title]));
  const card = <ProgressCard progress={progress} deckTitles={deckTitles} />;
  const feed = <HappeningNow page={news} deckTitles={deckTitles} now={home.now} />;
  return <HomePage {...home} progressCard={card} feed={feed} />;
}
