/** `/cohort/:slug`: a study group, live. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CohortPage, SignInToSee } from "#app/features/cohorts/cohort-page.tsx";
import { JoinCohort } from "#app/features/cohorts/join-cohort.tsx";
import { Students } from "#app/features/cohorts/students.tsx";
import { AskFriend } from "#app/features/friends/ask-friend.tsx";
import { useFirstInteraction } from "#app/features/micro-decks/use-first-interaction.ts";
import { HereNow } from "#app/features/presence/here-now.tsx";
import { socialOf } from "#app/features/share-cards/social.ts";
import { useRootData } from "#app/features/shell/viewer.ts";
import { InviteCard } from "#app/features/smart-links/invite-card.tsx";
import { useCohortRoom } from "#app/live/use-cohort-room.ts";
import { notFound } from "#app/not-found.ts";
import { attempt, unwrap } from "#app/trpc.ts";
import { askTicket } from "#app/trpc-client.ts";
import { socialTags } from "#app/ui/social-tags.ts";
import { titled } from "#app/ui/titled.ts";
import { plainCard } from "#shared/share-card.ts";
import { subjectNames } from "#shared/vocabulary.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titled(data?.view.cohort.name ?? "Study group") },
  ...(data ? socialTags(data.social) : []),
];

/** Guests and waiting children have no friends to show. */
const notForThem = ["UNAUTHENTICATED", "GUARDIAN_PENDING", "BAD_INPUT"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params["slug"] ?? "";
  const { cohorts, friends, microDecks, smartLinks } = args.context.trpc;
  const known = attempt(args, friends.inCohort({ slug }), notForThem);
  const teaching = Promise.all([
    attempt(args, cohorts.students({ slug }), notForThem),
    attempt(args, microDecks.studentResults({ slug }), notForThem),
  ]);
  const viewing = attempt(args, cohorts.view({ slug }), ["BAD_INPUT"]);
  const rest = unwrap(args, Promise.all([microDecks.list(), smartLinks.recordOpen()]));
  const [view, [{ decks }, touch]] = await Promise.all([viewing, rest]);
  // An address that cannot be a cohort is as unknown as one that is not.
  if (view.status === "refused") throw notFound(args.context.requestId);
  const pairs = await known;
  const [named, finished] = await teaching;
  const students = named.status === "done" ? named.value.items : [];
  const results = finished.status === "done" ? finished.value.items : [];
  const standing = Object.fromEntries(
    pairs.status === "done" ? pairs.value.items.map(({ handle, state }) => [handle, state]) : [],
  );
  const deckTitles = Object.fromEntries(decks.map((deck) => [deck.id, deck.title]));
  const { subject } = view.value.cohort;
  const social = socialOf(args.context.appUrl, {
    title: `A study group for ${subjectNames[subject]}`,
    text: "Study beside others, at your own pace. Come in and have a look.",
    path: `/cohort/${slug}`,
    card: { ...plainCard, subject },
  });
  const tryable = decks.filter((deck) => deck.subject === subject);
  const invited = touch.status === "recorded";
  return {
    view: view.value,
    standing,
    deckTitles,
    social,
    tryable,
    invited,
    students,
    results,
    now: Date.now(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params["slug"] ?? "";
  return unwrap(args, args.context.trpc.cohorts.join({ slug }));
}

export default function Cohort() {
  const { view, standing, deckTitles, tryable, invited, now, students, results } =
    useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer ?? { kind: "guest" as const };
  const full = useActionData<typeof action>()?.status === "full";
  const { slug } = view.cohort;
  const open = viewer.kind === "member" && viewer.guardianState !== "pending";
  const room = useCohortRoom(view, async () => (open ? askTicket("cohort", slug) : null));
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
    <CohortPage
      cohort={view.cohort}
      memberCount={view.memberCount}
      {...room}
      deckTitles={deckTitles}
      now={now}
      deed={
        <>
          {deed}
          {open ? <HereNow subject={view.cohort.subject} /> : null}
        </>
      }
      open={open}
      students={
        students.length > 0 ? <Students students={students} results={results} now={now} /> : null
      }
      aside={({ handle, alias, you }) =>
        view.viewer.isMember && !you ? (
          <AskFriend slug={slug} handle={handle} alias={alias} state={standing[handle] ?? null} />
        ) : null
      }
    />
  );
}
