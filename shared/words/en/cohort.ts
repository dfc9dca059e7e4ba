/** A study group: for guests, for members, for its tutor. */
import type { Dictionary } from "../message.ts";

export const cohort = {
  title: "A study group for {subject}",
  text: "Study beside others, at your own pace. Come in and have a look.",
  kicker: "{subject} study group",
  members_count: { one: "{count} member", other: "{count} members" },
  with_here: "{members}, {count} here now",
  members: "Members",
  status_in_quiz: "doing a deck",
  status_studying: "studying",
  status_online: "here now",
  status_away: "away for a moment",
  status_offline: "not here",
  you: "you",
  side: "Study side by side",
  side_text:
    "In a study group you see who practises right now, and cheer when somebody makes it across. Everybody has a nickname there.",
  join_free: "Join for free",
  sign_in: "Sign in",
  or_try: "Or try a deck of this group first",
  joining_text: "Members see your nickname, when you are here, and the decks you finish.",
  full: "This group is full. Perhaps somebody makes room soon.",
  one_moment: "One moment…",
  join_group: "Join this group",
  students: "Your students",
  students_text: "Only you, as their tutor, see names and results here.",
  none_finished: "No deck finished yet.",
  result_line: "{score} of {total}, {when}",
  unknown: "There is no study group here",
  quiet: "Quiet water so far",
  quiet_text: "When somebody here finishes a deck or brings a friend, you read it first.",
} as const satisfies Dictionary;
