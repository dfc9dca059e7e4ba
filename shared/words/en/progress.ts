/** A student's practice: level, streak, stones, challenges, and what one run did for them. */
import type { Dictionary } from "../message.ts";

export const progress = {
  practice: "Your practice",
  level: "Level {level}",
  points: { one: "{count} point", other: "{count} points" },
  level_top: "There is no level above this one.",
  level_next: "{points} more to level {level}",

  streak: "Streak:",
  streak_days: { one: "{count} day", other: "{count} days" },
  streak_none: "No streak yet",
  streak_again: "A new streak starts today",
  streak_longest: { one: "Your longest was {count} day.", other: "Your longest was {count} days." },
  streak_begin: "Practise today and tomorrow, and it begins.",
  streak_counts: "Today counts. Come back tomorrow.",
  streak_keep: "Practise today to keep it.",
  streak_frozen: "Your freeze kept it yesterday. Practise today to go on.",
  freeze_earn: "Five days of practice earn a freeze.",
  freeze_used: "The freeze is used up once you go on.",
  freeze_held: "You hold a freeze: one missed day does no harm.",
  freeze_more: { one: "{count} more day to a freeze.", other: "{count} more days to a freeze." },

  stones_found: "{found} of {all} stones found",
  stones_next: "Next: <b>{name}</b>. {how}",
  stones_all: "See all of them",
  stones_new: { one: "A new stone", other: "New stones" },
  earned: "(earned)",
  to_find: "(still to find)",

  challenges: "Buddy Challenges",
  tally: "{won} won, {lost} lost",
  tally_drawn: "{won} won, {lost} lost, {drawn} drawn",
  challenge_won: "<b>You won</b> in {deck}, {you} to {rival} against {whom}.",
  challenge_lost: "<b>Your buddy won</b> in {deck}, {you} to {rival} against {whom}.",
  challenge_drawn: "<b>A draw</b> in {deck}, {you} to {rival} against {whom}.",
  challenge_won_time: "<b>You won</b> in {deck}, by time, against {whom}.",
  challenge_lost_time: "<b>Your buddy won</b> in {deck}, by time, against {whom}.",
  a_deck: "a deck",
  a_guest: "a guest",

  run_flagged: "This run does not count until somebody has had a look.",
  run_best: "Your best with this deck so far: {score} of {total} in {time}.",
} as const satisfies Dictionary;
