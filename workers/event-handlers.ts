/** The one table: which feature reacts to which event, and how. */
import { activityReact } from "./features/activity/activity.events.ts";
import { cohortsReact } from "./features/cohorts/cohorts.events.ts";
import { experimentsReact } from "./features/experiments/experiments.events.ts";
import { friendsReact } from "./features/friends/friends.events.ts";
import { inboxReact } from "./features/inbox/inbox.events.ts";
import { leaderboardsReact } from "./features/leaderboards/leaderboards.events.ts";
import { microDecksReact } from "./features/micro-decks/micro-decks.events.ts";
import { presenceReact } from "./features/presence/presence.events.ts";
import { progressReact } from "./features/progress/progress.events.ts";
import { smartLinksReact } from "./features/smart-links/smart-links.events.ts";
import type { Ctx } from "./platform/context.ts";
import type { Reactions } from "./platform/event-delivery.ts";
import type { Subscriptions } from "./platform/event-log.ts";

export const subscriptions: Subscriptions = {
  "deck.completed": ["leaderboards", "activity", "progress"],
  "fvm.reached": ["smartLinks"],
  "person.joined": ["microDecks", "smartLinks", "leaderboards", "progress", "experiments"],
  "person.admitted": ["leaderboards", "cohorts", "activity", "inbox"],
  "person.renamed": ["leaderboards", "cohorts"],
  "visibility.changed": ["cohorts", "presence"],
  "sharing.withdrawn": ["smartLinks", "inbox"],
  "guardrail.tripped": ["experiments"],
  "invite.joined": ["cohorts", "friends", "inbox"],
  "cohort.joined": ["cohorts", "activity"],
  "achievement.unlocked": ["activity"],
  "streak.reached": ["activity"],
  "level.reached": ["activity"],
  "best.beaten": ["activity"],
  "challenge.decided": ["activity", "inbox"],
  "rank.reached": ["activity"],
  "reaction.changed": ["activity"],
  "points.reviewed": ["leaderboards", "inbox"],
  "friends.made": ["inbox"],
};

export const reactions: Reactions<Ctx> = {
  activity: activityReact,
  cohorts: cohortsReact,
  experiments: experimentsReact,
  friends: friendsReact,
  inbox: inboxReact,
  leaderboards: leaderboardsReact,
  microDecks: microDecksReact,
  presence: presenceReact,
  progress: progressReact,
  smartLinks: smartLinksReact,
};
