/** What people did: everybody, in one subject, or oneself. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { ActivityFeed } from "#app/live/use-activity-feed.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign, type LiveState } from "#app/ui/live-sign.tsx";
import { Page } from "#app/ui/page.tsx";
import { edgeFade, ScrollRow } from "#app/ui/scroll-row.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import type { ActivityType } from "#shared/activity.ts";
import { type Subject, subjects } from "#shared/vocabulary.ts";
import { FeedFilter, filteredPath } from "./feed-filter.tsx";
import { FeedList, FreshSign } from "./feed-list.tsx";
import type { DeckTitles } from "./feed-words.tsx";

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
  const t = useWords("activity");
  const s = useWords("shell");
  const path = activityPath(whose);
  return (
    <Page>
      <h1 className="text-title">{feedTitle(t, s, whose)}</h1>
      <p className="mt-1 text-lede text-soft">{t(ledes[isSubject(whose) ? "subject" : whose])}</p>
      <WhoseLinks whose={whose} signedIn={signedIn} />
      <div className="mt-4 grid grid-cols-1 items-start gap-10 lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0">
          <div className="mb-4 flex min-h-11 items-center gap-3">
            <FeedFilter
              path={path}
              type={type}
              without={whose === "mine" ? [] : ["friend_joined"]}
            />
            <FreshSign feed={feed} />
            <span className="ms-auto">
              <LiveSign live={live} />
            </span>
          </div>
          <FeedList {...props} path={filteredPath(path, type)} empty={<NoNews {...props} />} />
        </div>
        {feed.items.length > 0 ? <YourTurn {...props} /> : null}
      </div>
    </Page>
  );
}

const ledes = { all: "lede", mine: "lede_mine", subject: "lede_subject" } as const;

function isSubject(whose: Whose): whose is Subject {
  return whose !== "all" && whose !== "mine";
}

/** The page's heading, also for the browser's tab. */
export function feedTitle(t: Words<"activity">, s: Words<"shell">, whose: Whose): string {
  if (isSubject(whose)) return t("title_subject", { subject: s(`subject_${whose}`) });
  return whose === "mine" ? t("title_mine") : t("title");
}

function WhoseLinks({ whose, signedIn }: Pick<ActivityPageProps, "whose" | "signedIn">) {
  const t = useWords("activity");
  const s = useWords("shell");
  const all: readonly Whose[] = ["all", ...(signedIn ? (["mine"] as const) : []), ...subjects];
  return (
    <ScrollRow label={t("whose")} current={whose} className={clsx("mt-5", edgeFade)}>
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {all.map((one) => (
          <li key={one}>
            <Link
              to={activityPath(one)}
              preventScrollReset
              {...(isSubject(one) ? { "data-subject": one } : {})}
              aria-current={one === whose ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-11 items-center whitespace-nowrap rounded-full border-2 px-3.5 font-bold",
                one === whose
                  ? "border-stone bg-stone text-on-stone"
                  : "border-line bg-card text-ink hover:border-stone",
              )}
            >
              {isSubject(one) ? s(`subject_${one}`) : t(one === "all" ? "everybody" : "yourself")}
            </Link>
          </li>
        ))}
      </ul>
    </ScrollRow>
  );
}

/** Where there is room beside the feed: the way into it. */
function YourTurn({ signedIn, mayReact }: ActivityPageProps) {
  const t = useWords("activity");
  return (
    <aside
      aria-labelledby="turn"
      className="sticky top-24 hidden rounded-stone bg-river-soft p-7 lg:mt-15 lg:block"
    >
      <h2 id="turn" className="text-head">
        {t("turn")}
      </h2>
      <p className="mt-1 mb-5 text-soft">{t("turn_text")}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink to={signedIn ? "/home" : "/"} tone="river">
          {t("pick_deck")}
        </ButtonLink>
        {mayReact ? (
          <Link to="/lobby" className="inline-flex min-h-11 items-center text-link">
            {t("who_is_here")}
          </Link>
        ) : null}
      </div>
    </aside>
  );
}

function NoNews({ whose, type }: ActivityPageProps) {
  const t = useWords("activity");
  const title = t(type ? "none_of_type" : whose === "mine" ? "none_mine" : "none");
  return (
    <EmptyState title={title} text={t(type ? "none_of_type_text" : "none_text")}>
      <ButtonLink to={type ? activityPath(whose) : "/home"} tone="river">
        {t(type ? "show_everything" : "pick_deck")}
      </ButtonLink>
    </EmptyState>
  );
}
