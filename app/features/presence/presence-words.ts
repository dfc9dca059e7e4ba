/** What is said of people who are here. */
import type { Activity, Status } from "#shared/protocol/client-frames.ts";
import type { StatusCounts } from "#shared/protocol/server-frames.ts";

const statusWords: readonly [Status, string][] = [
  ["in_quiz", "in a quiz"],
  ["studying", "studying"],
  ["online", "looking around"],
  ["away", "away for a moment"],
];

const actWords: Record<Activity, string> = {
  deck: "at a deck",
  results: "reading results",
  leaderboard: "at a board",
  cohort: "in a study group",
  home: "picking a deck",
};

/** Such as `5 in a quiz, 2 looking around`; the empty text when nobody is here. */
export function doingWords(by: StatusCounts): string {
  return statusWords
    .filter(([status]) => by[status] > 0)
    .map(([status, words]) => `${by[status]} ${words}`)
    .join(", ");
}

/** Such as `in a quiz`, or `at a board` for who only looks around. */
export function personWords(status: string, act: Activity | null | undefined): string {
  if (status === "online" && act) return actWords[act];
  return statusWords.find(([known]) => known === status)?.[1] ?? "here now";
}

/** Such as `3 people are here`. */
export function hereWords(n: number): string {
  if (n === 0) return "Nobody is here right now";
  return n === 1 ? "1 person is here" : `${n} people are here`;
}
