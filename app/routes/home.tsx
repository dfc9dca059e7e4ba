/** `/home`: where a signed-in person begins. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { HomePage } from "#app/features/home/home-page.tsx";
import { WaitingPage } from "#app/features/home/waiting-page.tsx";
import { signInPath, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Home") }];

export async function loader(args: LoaderFunctionArgs) {
  const { people, microDecks, cohorts } = args.context.trpc;
  const viewer = await unwrap(args, people.me());
  if (viewer.kind === "guest") throw redirect(signInPath("/home"));
  const { decks } = await unwrap(args, microDecks.list());
  const { alias } = viewer;
  if (viewer.guardianState === "pending") return { state: "waiting" as const, alias, decks };
  const [results, groups] = await unwrap(
    args,
    Promise.all([microDecks.myResults({}), cohorts.mine()]),
  );
  return {
    state: "open" as const,
    alias,
    decks,
    results: results.items,
    cohorts: groups.cohorts,
    now: Date.now(),
  };
}

export default function Home() {
  const loaded = useLoaderData<typeof loader>();
  if (loaded.state === "waiting") return <WaitingPage alias={loaded.alias} decks={loaded.decks} />;
  return <HomePage {...loaded} />;
}
