/** What people did: everybody, in one subject, or oneself. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { ActivityFeed } from "#app/live/use-activity-feed.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign, type LiveState } from "#app/ui/live-sign.tsx";
import { Page } from "#app/ui/page.tsx";
import type { ActivityType } from "#shared/activity.ts";
import { type Subject, subjectNames, subjects } from "#shared/vocabulary.ts";
import { FeedFilter, filteredPath } from "./feed-filter.tsx";
import { FeedList, FreshSign } from "./feed-list.tsx";
import type { DeckTitles } from "./feed-words.ts";

/** A subject, everybody, or oneself. */
export type Whose = Subject | "all" | "mine";

export function activityPath(whose: Whose): string {
  return whose === "all" ? "/activity" : `/activity?of=${whose}`;
}

export function whoseIn(search: URLSearchParams): Whose {
  const of = search.get("of");
  return of === "mine" ? of : (subjects.find((known) => known === of) ?? "all");
}

interface ActivityPageProps {
  whose: Whose;
  type: ActivityType | null;
  feed: ActivityFeed;
  live: LiveState;
  deckTitles: DeckTitles;
  /** Milliseconds since 1970. */
  now: number;
  /** Has an account. */
  signedIn: boolean;
  mayReact: boolean;
}

export function ActivityPage(props: ActivityPageProps) {
  const { whose, type, feed, live, signedIn } = props;
  const path = activityPath(whose);
  const words = introWords(whose);
  return (
    <Page>
      <h1 className="text-title">{words.title}</h1>
      <p className="mt-1 text-lede text-soft">{words.lede}</p>
      <WhoseLinks whose={whose} signedIn={signedIn} />
      <div className="mt-4 max-w-3xl">
        <div className="mb-3 flex min-h-8 items-center justify-between gap-4">
          <FreshSign feed={feed} />
          <LiveSign live={live} />
        </div>
        <FeedFilter path={path} type={type} without={whose === "mine" ? [] : ["friend_joined"]} />
        <FeedList {...props} path={filteredPath(path, type)} empty={<NoNews {...props} />} />
      </div>
    </Page>
  );
}

function introWords(whose: Whose): { title: string; lede: string } {
  if (whose === "all")
    return { title: "What just happened", lede: "Cheer for each other: one tap is enough." };
  if (whose === "mine") {
    return { title: "What you did", lede: "Your own steps, and who cheered for you." };
  }
  return { title: `News in ${subjectNames[whose]}`, lede: "What people here do right now." };
}

function WhoseLinks({ whose, signedIn }: Pick<ActivityPageProps, "whose" | "signedIn">) {
  const all: readonly Whose[] = ["all", ...(signedIn ? (["mine"] as const) : []), ...subjects];
  return (
    <nav aria-label="Whose news" className="-mx-5 mt-5 overflow-x-auto px-5 py-1 sm:mx-0 sm:px-1">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {all.map((one) => (
          <li key={one}>
            <Link
              to={activityPath(one)}
              preventScrollReset
              {...(one === "all" || one === "mine" ? {} : { "data-subject": one })}
              aria-current={one === whose ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-11 items-center whitespace-nowrap rounded-full border-2 px-4 font-bold",
                one === whose
                  ? "border-stone bg-stone text-on-stone"
                  : "border-line bg-card text-ink hover:border-stone",
              )}
            >
              {one === "all" ? "Everybody" : one === "mine" ? "You" : subjectNames[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NoNews({ whose, type }: ActivityPageProps) {
  const mine = whose === "mine";
  return (
    <EmptyState
      title={
        type
          ? "Nothing of this kind yet"
          : mine
            ? "Your first step will stand here"
            : "Quiet water so far"
      }
      text={
        type
          ? "Look at everything, or come back later."
          : "When a deck is finished or a streak grows, you read it here first."
      }
    >
      <ButtonLink to={type ? activityPath(whose) : "/home"} tone="river">
        {type ? "Show everything" : "Pick a deck"}
      </ButtonLink>
    </EmptyState>
  );
}
