/** `/home`: where a signed-in person begins: a student, a parent or a tutor. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { HappeningNow } from "#app/features/activity/happening-now.tsx";
import { HomePage } from "#app/features/home/home-page.tsx";
import { ParentHome } from "#app/features/home/parent-home.tsx";
import { TutorHome } from "#app/features/home/tutor-home.tsx";
import { WaitingPage } from "#app/features/home/waiting-page.tsx";
import { ProgressCard } from "#app/features/progress/progress-card.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { FirstShare } from "#app/features/smart-links/first-share.tsx";
import { SpotlightShare } from "#app/features/smart-links/spotlight-share.tsx";
import { type Outputs, signInPath, unwrap } from "#app/trpc.ts";
import { SectionBoundary } from "#app/ui/section-boundary.tsx";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = {
  words: ["achievements", "activity", "home", "progress", "sharing"],
} satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

type Deck = Outputs["microDecks"]["list"]["decks"][number];

/** All that a persona's home reads is asked for at once: one round trip. */
export async function loader(args: LoaderFunctionArgs) {
  const { people, microDecks } = args.context.trpc;
  const viewer = await unwrap(args, people.me());
  if (viewer.kind === "guest") throw redirect(signInPath("/home"));
  const { alias } = viewer;
  const title = wordsFor(args, "home")("title");
  const { decks } = await unwrap(args, microDecks.list());
  if (viewer.guardianState === "pending") return { state: "waiting" as const, alias, title, decks };
  const now = Date.now();
  if (viewer.persona === "parent") {
    return { state: "parent" as const, alias, title, now, ...(await readFamily(args, decks)) };
  }
  if (viewer.persona === "tutor" && viewer.role !== "admin") {
    return { state: "tutor" as const, alias, title, now, decks, ...(await readTeaching(args)) };
  }
  return { state: "student" as const, alias, title, now, decks, ...(await readPractice(args)) };
}

async function readFamily(args: LoaderFunctionArgs, decks: readonly Deck[]) {
  const { people, microDecks, progress, friends } = args.context.trpc;
  const asked = [people.family(), microDecks.familyResults(), progress.family()] as const;
  const all = Promise.all([...asked, friends.forGuardian()]);
  const [family, results, practice, waiting] = await unwrap(args, all);
  const subjects = new Map(decks.map(({ id, subject }) => [id, subject]));
  return {
    family,
    results: results.items.map((one) => ({ ...one, subject: subjects.get(one.deckId) ?? null })),
    practice: practice.items,
    waiting: waiting.items.length,
  };
}

async function readTeaching(args: LoaderFunctionArgs) {
  const { activity, cohorts, smartLinks, tutors } = args.context.trpc;
  const asked = [cohorts.mine(), smartLinks.list({}), tutors.mine()] as const;
  const all = Promise.all([...asked, activity.feed({ scope: "global" })]);
  const [groups, links, { page }, news] = await unwrap(args, all);
  return { cohorts: groups.cohorts, links: links.items, page, news };
}

async function readPractice(args: LoaderFunctionArgs) {
  const { activity, cohorts, microDecks, progress, smartLinks } = args.context.trpc;
  const asked = [microDecks.myResults({}), cohorts.mine(), progress.mine()] as const;
  const all = Promise.all([
    ...asked,
    activity.feed({ scope: "global" }),
    smartLinks.list({}),
  ] as const);
  const [results, groups, practice, news, links] = await unwrap(args, all);
  return {
    results: results.items,
    cohorts: groups.cohorts,
    progress: practice,
    news,
    challenges: practice.challenges.won + practice.challenges.lost + practice.challenges.drawn,
    links: links.items.map(({ opens }) => ({ opens })),
  };
}

export default function Home() {
  const loaded = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer;
  if (loaded.state === "waiting") return <WaitingPage alias={loaded.alias} decks={loaded.decks} />;
  if (loaded.state === "parent") return <ParentHome {...loaded} />;
  const { news, decks, now } = loaded;
  const deckTitles = Object.fromEntries(decks.map(({ id, title }) => [id, title]));
  const feed = (
    <SectionBoundary>
      <HappeningNow page={news} deckTitles={deckTitles} now={now} />
    </SectionBoundary>
  );
  if (loaded.state === "tutor") {
    const { page } = loaded;
    const share = page?.published ? (
      <SectionBoundary>
        <SpotlightShare page={page} />
      </SectionBoundary>
    ) : null;
    return <TutorHome {...loaded} share={share} feed={feed} />;
  }
  const [latest] = loaded.results;
  return (
    <HomePage
      {...loaded}
      share={
        latest && viewer ? (
          <SectionBoundary>
            <FirstShare viewer={viewer} result={latest} />
          </SectionBoundary>
        ) : null
      }
      progressCard={
        <SectionBoundary>
          <ProgressCard progress={loaded.progress} deckTitles={deckTitles} />
        </SectionBoundary>
      }
      feed={feed}
    />
  );
}
