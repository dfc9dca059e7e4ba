/** Joins the features' routers into the one typed interface. */
import { activityRouter } from "./features/activity/activity.router.ts";
import { cohortsRouter } from "./features/cohorts/cohorts.router.ts";
import { eventsRouter } from "./features/events/events.router.ts";
import { experimentsRouter } from "./features/experiments/experiments.router.ts";
import { flagsRouter } from "./features/experiments/flags.router.ts";
import { friendsRouter } from "./features/friends/friends.router.ts";
import { inboxRouter } from "./features/inbox/inbox.router.ts";
import { leaderboardsRouter } from "./features/leaderboards/leaderboards.router.ts";
import { metricsRouter } from "./features/metrics/metrics.router.ts";
import { microDecksRouter } from "./features/micro-decks/micro-decks.router.ts";
import { operationsRouter } from "./features/operations/operations.router.ts";
import { peopleRouter } from "./features/people/people.router.ts";
import { securityRouter } from "./features/people/security.router.ts";
import { presenceRouter } from "./features/presence/presence.router.ts";
import { progressRouter } from "./features/progress/progress.router.ts";
import { realtimeRouter } from "./features/realtime/realtime.router.ts";
import { smartLinksRouter } from "./features/smart-links/smart-links.router.ts";
import { tutorsRouter } from "./features/tutors/tutors.router.ts";
import { createCallerFactory, router } from "./platform/trpc.ts";

export const appRouter = router({
  activity: activityRouter,
  cohorts: cohortsRouter,
  events: eventsRouter,
  experiments: experimentsRouter,
  flags: flagsRouter,
  friends: friendsRouter,
  inbox: inboxRouter,
  leaderboards: leaderboardsRouter,
  metrics: metricsRouter,
  microDecks: microDecksRouter,
  operations: operationsRouter,
  people: peopleRouter,
  presence: presenceRouter,
  progress: progressRouter,
  realtime: realtimeRouter,
  security: securityRouter,
  smartLinks: smartLinksRouter,
  tutors: tutorsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
