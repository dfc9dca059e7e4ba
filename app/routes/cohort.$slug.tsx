/** `/cohort/:slug`: a study group, live. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FeedFilter, filteredPath, typeIn } from "#app/features/activity/feed-filter.tsx";
import { FeedSection } from "#app/features/activity/feed-section.tsx";
import {
  type FeedAddress,
  feedInput,
  feedKey,
  feedSource,
} from "#app/features/activity/feed-source.ts";
import { FreshFeed } from "#app/features/activity/fresh-feed.tsx";
import { CohortPage, SignInToSee } from "#app/features/cohorts/cohort-page.tsx";
import { JoinCohort } from "#app/features/cohorts/join-cohort.tsx";
import { Students } from "#app/features/cohorts/students.tsx";
import { UnknownCohort } from "#app/features/cohorts/unknown-cohort.tsx";
import { AskFriend } from "#app/features/friends/ask-friend.tsx";
import { useFirstInteraction } from "#app/features/micro-decks/use-first-interaction.ts";
import { HereNow } from "#app/features/presence/here-now.tsx";
import { socialOf } from "#app/features/share-cards/social.ts";
import { useRootData } from "#app/features/shell/viewer.ts";
import { InviteCard } from "#app/features/smart-links/invite-card.tsx";
import { useActivityFeed } from "#app/live/use-activity-feed.ts";
import { useCohortRoom } from "#app/live/use-cohort-room.ts";
import { attempt, unwrap } from "#app/trpc.ts";
import { askTicket } from "#app/trpc-client.ts";
import { socialTags } from "#app/ui/social-tags.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { useWords } from "#app/words/use-words.ts";
import { plainCard } from "#shared/share-card.ts";

export const handle = {
  words: ["activity", "cohort", "friends", "presence", "sharing"],
} satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  if ("groups" in data) return [{ title: titled(data.title) }];
  return [{ title: titled(data.view.cohort.name) }, ...socialTags(data.social)];
};

/** Guests and waiting children have no friends and no feed to show. */
const notForThem = ["UNAUTHENTICATED", "GUARDIAN_PENDING", "BAD_INPUT"] as const;

function addressOf(slug: string, type: ReturnType<typeof typeIn>): FeedAddress {
  return { scope: "cohort", slug, ...(type ? { type } : {}) };
}

/** Who is signed in is shown the own groups instead. */
async function unknownCohort(args: LoaderFunctionArgs) {
  const mine = await attempt(args, args.context.trpc.cohorts.mine(), notForThem);
  const groups = mine.status === "done" ? mine.value.cohorts : [];
  return data({ groups, title: wordsFor(args, "cohort")("unknown") }, { status: 404 });
}

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params["slug"] ?? "";
  const { activity, cohorts, friends, microDecks, smartLinks } = args.context.trpc;
  const search = new URL(args.request.url).searchParams;
  const type = typeIn(search);
  const asked = feedInput(addressOf(slug, type), search.get("before"));
  const happening = attempt(args, activity.feed(asked), [...notForThem, "NOT_FOUND"]);
  const known = attempt(args, friends.inCohort({ slug }), notForThem);
  const teaching = Promise.all([
    attempt(args, cohorts.students({ slug }), notForThem),
    attempt(args, microDecks.studentResults({ slug }), notForThem),
  ]);
  const viewing = attempt(args, cohorts.view({ slug }), ["BAD_INPUT", "NOT_FOUND"]);
  const rest = unwrap(args, Promise.all([microDecks.list(), smartLinks.recordOpen()]));
  const [view, [{ decks }, touch]] = await Promise.all([viewing, rest]);
  // An address that cannot be a cohort is as unknown as one that is not.
  if (view.status === "refused") return unknownCohort(args);
  const [pairs, page] = await Promise.all([known, happening]);
  const [named, finished] = await teaching;
  const students = named.status === "done" ? named.value.items : [];
  const results = finished.status === "done" ? finished.value.items : [];
  const feed = page.status === "done" ? page.value : { items: [], nextCursor: null };
  const standing = Object.fromEntries(
    pairs.status === "done" ? pairs.value.items.map(({ handle, state }) => [handle, state]) : [],
  );
  const deckTitles = Object.fromEntries(decks.map((deck) => [deck.id, deck.title]));
  const { subject } = view.value.cohort;
  const t = wordsFor(args, "cohort");
  const s = wordsFor(args, "shell");
  const social = socialOf(args, {
    title: t("title", { subject: s(`subject_${subject}`) }),
    text: t("text"),
    path: `/cohort/${slug}`,
    card: { ...plainCard, subject },
  });
  const tryable = decks.filter((deck) => deck.subject === subject);
  const invited = touch.status === "recorded";
  const shown = { view: view.value, feed, type, standing, deckTitles, students, results };
  return { ...shown, social, tryable, invited, now: Date.now() };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params["slug"] ?? "";
  return unwrap(args, args.context.trpc.cohorts.join({ slug }));
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Cohort() {
  const loaded = useLoaderData<typeof loader>();
  const signedIn = useRootData()?.viewer.kind === "member";
  if ("groups" in loaded) return <UnknownCohort groups={loaded.groups} signedIn={signedIn} />;
  return <KnownCohort {...loaded} />;
}

function KnownCohort(props: Exclude<Loaded, { groups: unknown }>) {
  const t = useWords("cohort");
  const { view, standing, tryable, invited, type, students, results, ...loaded } = props;
  const viewer = useRootData()?.viewer ?? { kind: "guest" as const };
  const full = useActionData<typeof action>()?.status === "full";
  const { slug } = view.cohort;
  const open = viewer.kind === "member" && viewer.guardianState !== "pending";
  const address = addressOf(slug, type);
  const feed = useActivityFeed(feedKey(address), loaded.feed, type, feedSource(address));
  const ticket = async () => (open ? askTicket("cohort", slug) : null);
  const room = useCohortRoom(view, ticket, feed.hear);
  const path = `/cohort/${slug}`;
  useFirstInteraction(invited);
  const deed =
    viewer.kind === "guest" ? (
      <SignInToSee path={path} decks={tryable} />
    ) : view.viewer.isMember ? (
      <InviteCard viewer={viewer} slug={slug} name={view.cohort.name} />
    ) : (
      <JoinCohort full={full} />
    );
  return (
    <FreshFeed>
      <CohortPage
        cohort={view.cohort}
        memberCount={view.memberCount}
        {...room}
        feed={
          <FeedSection
            feed={feed}
            deckTitles={loaded.deckTitles}
            now={loaded.now}
            mayReact={open}
            path={filteredPath(path, type)}
            filter={<FeedFilter path={path} type={type} />}
            empty={{ title: t("quiet"), text: t("quiet_text") }}
          />
        }
        deed={
          <>
            {deed}
            {open ? <HereNow subject={view.cohort.subject} /> : null}
          </>
        }
        open={open}
        students={
          students.length > 0 ? (
            <Students students={students} results={results} now={loaded.now} />
          ) : null
        }
        aside={({ handle, alias, you }) =>
          view.viewer.isMember && !you ? (
            <AskFriend slug={slug} handle={handle} alias={alias} state={standing[handle] ?? null} />
          ) : null
        }
      />
    </FreshFeed>
  );
}
