/** Chips that show one kind of news only. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { type ActivityType, activityTypes } from "#shared/activity.ts";

const typeWords: Record<ActivityType, string> = {
  friend_joined: "New here",
  quiz_completed: "Decks",
  achievement_unlocked: "Stones found",
  streak_milestone: "Streaks",
  high_score: "Personal bests",
  level_up: "Levels",
  challenge_won: "Challenges",
  leaderboard_rank: "Boards",
};

/** The type that an address asks for; null: all. */
export function typeIn(search: URLSearchParams): ActivityType | null {
  return activityTypes.find((known) => known === search.get("type")) ?? null;
}

/** The address of a feed with that filter. */
export function filteredPath(path: string, type: ActivityType | null): string {
  if (!type) return path;
  return `${path}${path.includes("?") ? "&" : "?"}type=${type}`;
}

interface FeedFilterProps {
  /** The page without the filter. */
  path: string;
  type: ActivityType | null;
  /** Types that this feed never has. */
  without?: readonly ActivityType[];
}

export function FeedFilter({ path, type, without = [] }: FeedFilterProps) {
  const types = activityTypes.filter((known) => !without.includes(known));
  return (
    <nav aria-label="Show only" className="-mx-5 mb-4 overflow-x-auto px-5 py-1 sm:mx-0 sm:px-1">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {[null, ...types].map((one) => (
          <li key={one ?? "all"}>
            <Link
              to={filteredPath(path, one)}
              preventScrollReset
              aria-current={one === type ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-11 items-center whitespace-nowrap rounded-full border-2 px-4 font-bold",
                one === type
                  ? "border-river bg-river text-on-river"
                  : "border-line bg-card text-ink hover:border-river",
              )}
            >
              {one ? typeWords[one] : "Everything"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
