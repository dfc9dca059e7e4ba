/** The parts of `app/` whose words are still written into them. This list only ever gets shorter. */

export const unconverted: readonly string[] = [
  "app/features/activity/",
  "app/features/cohorts/cohorts-admin-page.tsx",
  "app/features/events/",
  "app/features/experiments/",
  "app/features/friends/",
  "app/features/home/",
  "app/features/leaderboards/",
  "app/features/metrics/",
  "app/features/operations/",
  "app/features/presence/",
  "app/features/progress/",
  "app/features/shell/admin-tabs.tsx",
];
