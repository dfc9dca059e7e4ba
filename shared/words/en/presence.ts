/** Who is here now, and what they do. */
import type { Dictionary } from "../message.ts";

export const presence = {
  in_subject: "In {subject} now",
  said: "{subject}: {here}",
  looking: "Looking who is here…",
  status_in_quiz: "in a quiz",
  status_studying: "studying",
  status_online: "looking around",
  status_away: "away for a moment",
  here: "here now",
  act_deck: "at a deck",
  act_results: "reading results",
  act_leaderboard: "at a board",
  act_cohort: "in a study group",
  act_home: "picking a deck",
  several_in_quiz: { one: "{count} in a quiz", other: "{count} in a quiz" },
  several_studying: { one: "{count} studying", other: "{count} studying" },
  several_online: { one: "{count} looking around", other: "{count} looking around" },
  several_away: { one: "{count} away for a moment", other: "{count} away for a moment" },
} as const satisfies Dictionary;
