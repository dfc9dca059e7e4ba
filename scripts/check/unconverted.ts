/** The parts of `app/` whose words are still written into them. This list only ever gets shorter. */

export const unconverted: readonly string[] = [
  "app/features/activity/",
  "app/features/friends/",
  "app/features/home/",
  "app/features/leaderboards/",
  "app/features/offline/",
  "app/features/people/family-child.tsx",
  "app/features/people/family-page.tsx",
  "app/features/people/second-factor-page.tsx",
  "app/features/people/security-page.tsx",
  "app/features/people/settings-page.tsx",
  "app/features/people/tokens-card.tsx",
  "app/features/presence/",
  "app/features/progress/",
  "app/features/smart-links/links-page.tsx",
  "app/features/tutors/tutor-settings-page.tsx",
  "app/routes/sign-in.second-factor.tsx",
];
