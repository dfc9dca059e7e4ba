/** The activity feed as a list: lines, reactions, what is new, and the way to older lines. */
import { type ReactNode, useEffect, useRef } from "react";
import type { FeedEntry } from "#app/live/feed-state.ts";
import type { ActivityFeed } from "#app/live/use-activity-feed.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Time } from "#app/ui/time.tsx";
import { type DeckTitles, feedWords } from "./feed-words.ts";
import { ReactionBar } from "./reaction-bar.tsx";

interface FeedListProps {
  feed: ActivityFeed;
  deckTitles: DeckTitles;
  /** Milliseconds since 1970. */
  now: number;
  mayReact: boolean;
  /** This page, with the filter. */
  path: string;
  /** Instead of a list without lines. */
  empty: ReactNode;
  /** So many lines and no way to older ones: where the feed is not the page's matter. */
  most?: number;
}

export function FeedList(props: FeedListProps) {
  const { feed, empty, most, ...rest } = props;
  const items = most ? feed.items.slice(0, most) : feed.items;
  if (items.length === 0) return empty;
  return (
    <>
      <div className="rounded-stone border border-line bg-card">
        <ol className="divide-y divide-line">
          {items.map((item) => (
            <Line key={item.id} item={item} feed={feed} {...rest} />
          ))}
        </ol>
      </div>
      {most ? null : <Older feed={feed} path={props.path} />}
    </>
  );
}

type LineProps = Omit<FeedListProps, "empty" | "most"> & { item: FeedEntry };

function Line({ item, feed, deckTitles, now, mayReact, path }: LineProps) {
  return (
    <li className="flex items-start gap-3.5 px-4 py-4 sm:px-6">
      <Avatar seed={item.alias} className="size-11 shrink-0" />
      <div className="min-w-0 grow">
        <p>
          <strong>{item.alias}</strong>
          {item.you ? <span className="text-soft">{" (you)"}</span> : null}
          {` ${feedWords(item, deckTitles)}`}
          <Time
            at={item.createdAt}
            now={Math.max(now, item.createdAt)}
            className="block text-[0.9375rem] text-soft"
          />
        </p>
        <ReactionBar
          id={item.id}
          alias={item.alias}
          reactions={item.reactions}
          mayReact={mayReact}
          returnTo={path}
          react={(kind) => feed.react(item.id, kind)}
        />
      </div>
    </li>
  );
}

/** In sight, the next lines are asked for; it can be pressed, and is a link without JavaScript. */
function Older({ feed, path }: Pick<FeedListProps, "feed" | "path">) {
  const end = useRef<HTMLDivElement>(null);
  const { nextCursor, more, loading } = feed;
  useEffect(() => {
    const target = end.current;
    if (!target || nextCursor === null || loading === "failed") return;
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void more();
    });
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [nextCursor, more, loading]);
  if (nextCursor === null) return null;
  const [page, search = ""] = path.split("?");
  const query = new URLSearchParams(search);
  query.set("before", nextCursor);
  return (
    <div ref={end} className="mt-5 flex flex-col items-center gap-3">
      {loading === "failed" ? (
        <Notice live>That did not work. Please try again in a moment.</Notice>
      ) : null}
      <ButtonLink
        to={`${page}?${query}`}
        aria-disabled={loading === "yes"}
        onClick={(event) => {
          event.preventDefault();
          void more();
        }}
      >
        {loading === "yes" ? "One moment…" : "Show more"}
      </ButtonLink>
    </div>
  );
}

const freshMs = 8_000;

/** How many lines came while one looked; said politely, and gone after a while. */
export function FreshSign({ feed }: { feed: ActivityFeed }) {
  const { fresh, seen } = feed;
  useEffect(() => {
    if (fresh === 0) return;
    const timer = setTimeout(seen, freshMs);
    return () => clearTimeout(timer);
  }, [fresh, seen]);
  return (
    <p role="status" className="font-bold text-[0.9375rem]">
      {fresh > 0 ? (
        <span className="animate-rise inline-block rounded-full bg-sun px-3 py-0.5 text-on-sun">
          {`${fresh} new`}
        </span>
      ) : null}
    </p>
  );
}
