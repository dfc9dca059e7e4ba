/** The parts of `app/` whose words are still written into them. This list only ever gets shorter. */

export const unconverted: readonly string[] = [
  "app/features/activity/",
  "app/features/cohorts/cohorts-admin-page.tsx",
  "app/features/events/",
  "app/features/experiments/",
  "app/features/leaderboards/",
  "app/features/metrics/",
  "app/features/operations/",
  "app/features/offline/",
  "app/features/people/block-page.tsx",
  "app/features/people/family-child.tsx",
  "app/features/people/family-page.tsx",
  "app/features/people/second-factor-page.tsx",
  "app/features/people/security-page.tsx",
  "app/features/people/settings-page.tsx",
  "app/features/people/tokens-card.tsx",
  "app/features/presence/",
  "app/features/shell/admin-tabs.tsx",
  "app/features/smart-links/links-page.tsx",
  "app/features/tutors/tutor-settings-page.tsx",
  "app/routes/sign-in.second-factor.tsx",
];
