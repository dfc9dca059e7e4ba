/** `/activity?of=&type=`: what people did, live. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import {
  ActivityPage,
  feedTitle,
  type Whose,
  whoseIn,
} from "#app/features/activity/activity-page.tsx";
import { typeIn } from "#app/features/activity/feed-filter.tsx";
import {
  type FeedAddress,
  feedInput,
  feedKey,
  feedSource,
} from "#app/features/activity/feed-source.ts";
import { FreshFeed } from "#app/features/activity/fresh-feed.tsx";
import { useRootData } from "#app/features/shell/viewer.ts";
import { useActivityFeed } from "#app/live/use-activity-feed.ts";
import { useFeedRoom } from "#app/live/use-feed-room.ts";
import { useSurfaceViewed } from "#app/telemetry/use-surface-viewed.ts";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import type { ActivityType } from "#shared/activity.ts";

export const handle = { words: ["activity"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

function addressOf(whose: Whose, type: ActivityType | null): FeedAddress {
  const kind = type ? { type } : {};
  if (whose === "all") return { scope: "global", ...kind };
  return whose === "mine"
    ? { scope: whose, ...kind }
    : { scope: "subject", subject: whose, ...kind };
}

export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const [whose, type] = [whoseIn(search), typeIn(search)];
  const { activity, microDecks } = args.context.trpc;
  const input = feedInput(addressOf(whose, type), search.get("before"));
  const [page, { decks }] = await unwrap(
    args,
    Promise.all([activity.feed(input), microDecks.list()]),
  );
  const deckTitles = Object.fromEntries(decks.map((deck) => [deck.id, deck.title]));
  const t = wordsFor(args, "activity");
  const s = wordsFor(args, "shell");
  return { whose, type, page, deckTitles, title: feedTitle(t, s, whose), now: Date.now() };
}

export default function Activity() {
  const { whose, type, page, title: _, ...rest } = useLoaderData<typeof loader>();
  const viewer = useRootData()?.viewer;
  const address = addressOf(whose, type);
  const feed = useActivityFeed(feedKey(address), page, type, feedSource(address));
  const room = whose === "all" || whose === "mine" ? "lobby" : whose;
  // What oneself does is no news: that list is asked for again, not told.
  const hear = whose === "mine" ? () => {} : feed.hear;
  const live = useFeedRoom(room, hear);
  const signedIn = viewer?.kind === "member";
  useSurfaceViewed("activity", signedIn);
  return (
    <FreshFeed>
      <ActivityPage
        {...rest}
        whose={whose}
        type={type}
        feed={feed}
        live={whose === "mine" ? "closed" : live}
        signedIn={signedIn}
        mayReact={signedIn && viewer.guardianState !== "pending"}
      />
    </FreshFeed>
  );
}
