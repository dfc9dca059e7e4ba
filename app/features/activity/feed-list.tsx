/** The activity feed as a list: lines, reactions, what is new, and the way to older lines. */
import { clsx } from "clsx";
import { type ReactNode, useEffect, useRef } from "react";
import type { FeedEntry } from "#app/live/feed-state.ts";
import type { ActivityFeed } from "#app/live/use-activity-feed.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords } from "#app/words/use-words.ts";
import { type DeckTitles, feedWords } from "./feed-words.tsx";
import { followsOn } from "./follows-on.ts";
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
        <ol>
          {items.map((item, index) => (
            <Line
              key={item.id}
              item={item}
              again={followsOn(item, items[index - 1])}
              feed={feed}
              {...rest}
            />
          ))}
        </ol>
      </div>
      {most ? null : <Older feed={feed} path={props.path} />}
    </>
  );
}

type LineProps = Omit<FeedListProps, "empty" | "most"> & {
  item: FeedEntry;
  /** Of the person above: the face stands there. */
  again: boolean;
};

function Line({ item, again, feed, deckTitles, now, mayReact, path }: LineProps) {
  const t = useWords("activity");
  const s = useWords("shell");
  return (
    <li
      className={clsx(
        "flex items-start gap-3.5 px-4 pb-3 sm:px-6",
        again ? "pt-0" : "border-line border-t pt-4 first:border-t-0",
      )}
    >
      {again ? (
        <span aria-hidden="true" className="w-11 shrink-0" />
      ) : (
        <Avatar seed={item.alias} className="size-11 shrink-0" />
      )}
      <div className="relative min-w-0 grow">
        <p>
          <span className={clsx(again && "sr-only")}>
            <strong>{item.alias}</strong>
            {item.you ? <span className="text-soft">{` ${t("you")}`}</span> : null}
          </span>{" "}
          <span className={clsx(again && "inline-block first-letter:uppercase")}>
            {feedWords({ t, s }, item, deckTitles)}
          </span>
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Time
            at={item.createdAt}
            now={Math.max(now, item.createdAt)}
            className={again ? "sr-only" : "text-[0.9375rem] text-soft max-sm:basis-full"}
          />
          <ReactionBar
            id={item.id}
            alias={item.alias}
            reactions={item.reactions}
            mayReact={mayReact}
            returnTo={path}
            react={(kind) => feed.react(item.id, kind)}
          />
        </div>
      </div>
    </li>
  );
}

/** In sight, the next lines are asked for; it can be pressed, and is a link without JavaScript. */
function Older({ feed, path }: Pick<FeedListProps, "feed" | "path">) {
  const t = useWords("activity");
  const end = useRef<HTMLDivElement>(null);
  const { nextCursor, more, loading } = feed;
  useEffect(() => {
    const target = end.current;
    if (!target || nextCursor === null || loading === "failed") return;
    // A busy browser tells of several moments at once: out of sight, and then in sight.
    const watcher = new IntersectionObserver((moments) => {
      if (moments.some(({ isIntersecting }) => isIntersecting)) void more();
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
      {loading === "failed" ? <Notice live>{t("failed")}</Notice> : null}
      <ButtonLink
        to={`${page}?${query}`}
        aria-disabled={loading === "yes"}
        onClick={(event) => {
          event.preventDefault();
          void more();
        }}
      >
        {t(loading === "yes" ? "one_moment" : "show_more")}
      </ButtonLink>
    </div>
  );
}

const freshMs = 8_000;

/** How many lines came while one looked; said politely, and gone after a while. */
export function FreshSign({ feed }: { feed: ActivityFeed }) {
  const t = useWords("activity");
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
          {t("fresh", { count: fresh })}
        </span>
      ) : null}
    </p>
  );
}
