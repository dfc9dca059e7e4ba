/** The one table: which feature reacts to which event, and how. */
import { cohortsReact } from "./features/cohorts/cohorts.events.ts";
import { experimentsReact } from "./features/experiments/experiments.events.ts";
import { leaderboardsReact } from "./features/leaderboards/leaderboards.events.ts";
import { microDecksReact } from "./features/micro-decks/micro-decks.events.ts";
import { progressReact } from "./features/progress/progress.events.ts";
import { smartLinksReact } from "./features/smart-links/smart-links.events.ts";
import type { Ctx } from "./platform/context.ts";
import type { Reactions } from "./platform/event-delivery.ts";
import type { Subscriptions } from "./platform/event-log.ts";

export const subscriptions: Subscriptions = {
  "deck.completed": ["leaderboards", "cohorts", "progress"],
  "fvm.reached": ["smartLinks"],
  "person.joined": ["microDecks", "smartLinks", "leaderboards", "progress", "experiments"],
  "guardrail.tripped": ["experiments"],
  "invite.joined": ["cohorts"],
  "cohort.joined": ["cohorts"],
  "achievement.unlocked": ["cohorts"],
  "streak.reached": ["cohorts"],
  "level.reached": ["cohorts"],
  "best.beaten": ["cohorts"],
  "challenge.decided": ["cohorts"],
};

export const reactions: Reactions<Ctx> = {
  cohorts: cohortsReact,
  experiments: experimentsReact,
  leaderboards: leaderboardsReact,
  microDecks: microDecksReact,
  progress: progressReact,
  smartLinks: smartLinksReact,
};
