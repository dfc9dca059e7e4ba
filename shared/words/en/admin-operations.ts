/** The operator's pages of what runs behind: events and dead letters. In English only. */
import type { Dictionary } from "../message.ts";

export const adminOperations = {
  events_lede: "The newest first. Ids only: no names and no addresses are in here.",
  events_lost: {
    one: '{count} message of telemetry could not be stored. The runbook "telemetry" says what to do.',
    other:
      '{count} messages of telemetry could not be stored. The runbook "telemetry" says what to do.',
  },
  events_empty_title: "No events",
  events_empty_text: "Nothing of that kind has happened yet.",
  event: "Event",
  events_all: "All events",
  live_hold: "Live: hold still",
  live_go_on: "Held: go on",
  when: "When",
  visitor: "Visitor",
  loop: "Loop",
  props: "What it says",
  clock_corrected: "clock corrected by {span}",
  by_member: "member",
  by_guest: "guest",

  dead_title: "Dead letters",
  dead_none_wait: "Nothing waits for another try.",
  dead_wait: {
    one: "{count} delivery waits for another try.",
    other: "{count} deliveries wait for another try.",
  },
  dead_empty_title: "No delivery was given up",
  dead_empty_text: "Each event has reached every feature that reacts to it.",
  dead_caption: "Deliveries that were given up, newest first",
  feature: "Feature",
  tries: "Tries",
  given_up: "Given up",
  last_error: "Last error",
  another_try: "Another try",
  try_again: "Try again",
  try_again_named: "Try {event} for {feature} again",
  tried_again: "It is tried again within a minute.",
} as const satisfies Dictionary;
