/** Every page, as someone who may see it. */
import type { Props, Role } from "./cast.ts";

export interface PageSample {
  /** The address, or how it is made. */
  path: string | ((props: Props) => string);
  /** The address without what differs each time. */
  name: string;
  as: Role;
  /** 200 unless it says something else. */
  status?: number;
}

const page = (name: string, as: Role, status = 200): PageSample => ({
  path: name,
  name,
  as,
  status,
});

export const pageSamples: readonly PageSample[] = [
  { path: ({ code }) => `/sl/${code}`, name: "/sl/:code", as: "guest", status: 302 },
  page("/sl/000000000000", "guest", 302),
  page("/", "guest"),
  { path: ({ deckId }) => `/fvm/${deckId}`, name: "/fvm/:deckId, invited", as: "guest" },
  { path: ({ deckId }) => `/fvm/${deckId}`, name: "/fvm/:deckId, member", as: "student" },
  page("/share/student-results_rally-algebra-4-7", "guest"),
  { path: ({ tutorSlug }) => `/tutors/${tutorSlug}`, name: "/tutors/:slug", as: "guest" },
  page("/tutors/mine", "admin"),
  page("/privacy", "guest"),
  page("/share-in", "guest"),
  page("/join", "guest"),
  page("/sign-in", "guest"),
  page("/sign-in/check-mail", "guest"),
  {
    path: ({ signInToken }) => `/sign-in/confirm?token=${signInToken}`,
    name: "/sign-in/confirm",
    as: "guest",
  },
  {
    path: ({ guardianToken }) => `/guardian/confirm?token=${guardianToken}`,
    name: "/guardian/confirm",
    as: "guest",
  },
  page("/link-unavailable", "guest"),
  page("/home", "student"),
  { path: ({ resultId }) => `/results/${resultId}`, name: "/results/:runId", as: "student" },
  page("/cohort/alg-101", "student"),
  page("/leaderboards/algebra", "student"),
  page("/leaderboards/algebra?period=all_time&view=around", "student"),
  page("/links", "student"),
  page("/settings", "student"),
  page("/settings/security", "student"),
  page("/settings/second-factor", "admin"),
  page("/sign-in/second-factor", "admin", 302),
  page("/friends", "student"),
  page("/inbox", "student"),
  page("/ask-guardian", "student"),
  page("/guardian/share?token=none", "guest"),
  page("/family", "parent"),
  page("/admin/metrics", "admin"),
  page("/admin/experiments", "admin"),
  page("/admin/flags", "admin"),
  page("/admin/events", "admin"),
  page("/admin/deliveries", "admin"),
  page("/admin/held", "admin"),
  page("/admin/cohorts", "admin"),
  page("/admin/people", "admin"),
  page("/no-such-page", "guest", 404),
  page("/api/health", "guest"),
  page("/api/openapi.json", "guest"),
  page("/api/docs", "guest"),
  page("/dev/mail", "guest"),
];
