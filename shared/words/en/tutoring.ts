/** What a tutor's public page shows, and its settings. */
import type { Dictionary } from "../message.ts";

export const tutoring = {
  title: "Your tutor page",
  lede: "A page for everybody: what you teach, and a deck to try. It shows a nickname and no word of your own.",
  shows: "What it shows",
  see_it: "See it as others do",
  not_public: "Not public yet",
  not_public_text: "Pick your subjects and show the page. Then you can share it here.",
  teach: "What do you teach?",
  keep: "Keep it so",
  show: "Show my page",
  hide: "Hide my page",
  is_public: "Your page is public.",
  is_hidden: "Your page is hidden.",
  pick_one: "Pick at least one subject, please.",
} as const satisfies Dictionary;
