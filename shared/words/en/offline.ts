/** The page that the service worker shows without a network. */
import type { Dictionary } from "../message.ts";

export const offline = {
  title: "You are offline",
  text: "This page needs the network. Here is what works without it.",
  started: "Finish what you started",
  answered: "{done} of {total} answered",
  seen: "As you last saw it",
  as_of: "as of {when}",
  nothing: "Nothing is kept on this device yet.",
  back: "Back online?",
  again: "Try again",
} as const satisfies Dictionary;
