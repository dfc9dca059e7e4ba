/** One result: the score, skills, what comes next, and how others did. */
import type { Dictionary } from "../message.ts";

export const result = {
  title: "Result in {deck}",
  title_your_child: "Your child's result in {deck}",
  title_your_student: "Your student's result in {deck}",
  line: "{score} of {total} right in {time}, on {day}.",
  flagged:
    "That was very quick. The result is kept; its points wait until somebody has had a look.",
  skills: "Skill by skill",
  have_it: "You have it",
  score_of: "{score} of {total}",
  to_practise: "To practise",
  next: "What to practise next",
  first: "To begin with: <strong>{skill}</strong>.",
  first_then: "To begin with: <strong>{skill}</strong>, then {others}.",
  nothing_missing: "Nothing is missing here. Try a deck of another kind.",
  again: "Play it again",
  pick: "Pick a deck",
  board: "The {subject} board",
  run_by_run: "{subject}, run by run",
  newest: "The newest run is at the right.",
  skill: "Skill",
  key_right: "right",
  key_practise: "to practise",
  key_not_asked: "not asked",
  others: "Others with this deck",
  whose_you: "You: {score}.",
  whose_other: "This result: {score}.",
  from_runs: {
    one: "From {count} finished run, nobody's name in it.",
    other: "From {count} finished runs, nobody's name in them.",
  },
  too_few: "You are among the first to cross here. Once more people have, you see how they did.",
  too_few_other: "Few people have crossed here yet. Once more have, you see how they did.",
  most_got: "Most others got {middle} right.",
  half_got:
    "Half of the others got between {low} and {high} right, the one in the middle {middle}.",
} as const satisfies Dictionary;
