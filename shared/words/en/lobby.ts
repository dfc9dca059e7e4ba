/** The lobby: who is here, and where. */
import type { Dictionary } from "../message.ts";

export const lobby = {
  title: "Lobby",
  lede: "Who is here right now, and where. Pick a subject, and study beside the others.",
  subjects: "Subjects",
  stale: "The counts stand still for a moment. They move again as soon as we reach the server.",
  quiet: "Quiet now: be the first",
  start: "Start a deck",
  start_in: "Start a deck in {subject}",
  nobody: "Quiet water",
  nobody_text: "Nobody shows up here right now.",
  you: "you",
  more: { one: "and {count} more", other: "and {count} more" },
} as const satisfies Dictionary;
