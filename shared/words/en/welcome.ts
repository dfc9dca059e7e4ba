/** The first page: a promise, and how it goes. */
import type { Dictionary } from "../message.ts";

export const welcome = {
  title: "Vel Tutor · Five quick questions, a friend to beat",
  text: "Answer five questions, see what you can, challenge a friend. No account needed.",
  heading: "Five questions. One friend to beat.",
  lede: "Answer a small deck, see right away what you can do, and send a friend the same five. It takes about a minute.",
  try_deck: "Try a deck now",
  have_account: "I have an account",
  calm: "No account, no e-mail, no timer that rushes you.",
  pick: "Pick the one you like",
  how: "How it goes",
  cross: "Cross the river",
  cross_text: "Each question is a stone. After every answer you see why it is right.",
  example: "An example",
  see: "See what you can do",
  see_text: "Your score, skill by skill, and the one thing to practise next.",
  challenge: "Challenge a friend",
  challenge_text:
    "One tap makes a link. Your friend gets the same five questions and your score to beat.",
  your_turn: "{score} of {total} in {time}. Your turn!",
  parents: "Made so that parents can relax",
  promise_1: "Children appear under a nickname and a drawn creature, never a name or a photo.",
  promise_2: "Under 13, an account opens only when a parent or guardian agrees.",
  promise_3: "Scores belong to the student. Sharing one is always the student's own tap.",
} as const satisfies Dictionary;
