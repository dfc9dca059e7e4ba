/** The one table: which feature reacts to which event, and how. */
import { cohortsReact } from "./features/cohorts/cohorts.events.ts";
import { experimentsReact } from "./features/experiments/experiments.events.ts";
import { friendsReact } from "./features/friends/friends.events.ts";
import { leaderboardsReact } from "./features/leaderboards/leaderboards.events.ts";
import { microDecksReact } from "./features/micro-decks/micro-decks.events.ts";
import { presenceReact } from "./features/presence/presence.events.ts";
import { progressReact } from "./features/progress/progress.events.ts";
import { smartLinksReact } from "./features/smart-links/smart-links.events.ts";
import type { Ctx } from "./platform/context.ts";
import type { Reactions } from "./platform/event-delivery.ts";
import type { Subscriptions } from "./platform/event-log.ts";

export const subscriptions: Subscriptions = {
  "deck.completed": ["leaderboards", "cohorts", "progress"],
  "fvm.reached": ["smartLinks"],
  "person.joined": ["microDecks", "smartLinks", "leaderboards", "progress", "experiments"],
  "person.admitted": ["leaderboards", "cohorts"],
  "person.renamed": ["leaderboards", "cohorts"],
  "visibility.changed": ["cohorts", "presence"],
  "sharing.withdrawn": ["smartLinks"],
  "guardrail.tripped": ["experiments"],
  "invite.joined": ["cohorts", "friends"],
  "cohort.joined": ["cohorts"],
  "achievement.unlocked": ["cohorts"],
  "streak.reached": ["cohorts"],
  "level.reached": ["cohorts"],
  "best.beaten": ["cohorts"],
  "challenge.decided": ["cohorts"],
  "rank.reached": ["cohorts"],
  "points.reviewed": ["leaderboards"],
};

export const reactions: Reactions<Ctx> = {
  cohorts: cohortsReact,
  experiments: experimentsReact,
  friends: friendsReact,
  leaderboards: leaderboardsReact,
  microDecks: microDecksReact,
  presence: presenceReact,
  progress: progressReact,
  smartLinks: smartLinksReact,
};
