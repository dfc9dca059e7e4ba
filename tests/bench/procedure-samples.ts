/** One way to call each procedure, in an order in which it works. */

import { boardName, periodStart } from "#shared/protocol/room-names.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { birthYearAt } from "./cast.ts";
import { eventSamples } from "./event-samples.ts";
import { experimentSamples } from "./experiment-samples.ts";
import type { ProcedureSample } from "./procedure-shape.ts";
import { securitySamples } from "./security-samples.ts";

const slug = "alg-101";
const noActivity = "feed_01k9x3v5q8e7ws2d4f6g8h0j1k";
const board = { subject: "algebra", period: "all_time" } as const;
const once = (input: unknown) => () => [input];
const questions = (deckId: string) => findDeck(deckId)?.questions ?? [];

const decks: ProcedureSample[] = [
  { path: "microDecks.list", as: "guest", inputs: once({}) },
  { path: "microDecks.landing", as: "guest", inputs: ({ deckId }) => [{ deckId }] },
  { path: "microDecks.start", as: "guest", inputs: ({ deckId }) => [{ deckId }] },
  {
    path: "microDecks.answer",
    as: "guest",
    inputs: ({ deckId, runId }) =>
      questions(deckId).map(({ id, answer }) => ({
        deckId,
        runId,
        questionId: id,
        choice: answer,
      })),
  },
  { path: "microDecks.complete", as: "guest", inputs: ({ deckId, runId }) => [{ deckId, runId }] },
  {
    path: "microDecks.complete",
    label: "again",
    as: "guest",
    inputs: ({ deckId, runId }) => [{ deckId, runId }],
  },
  { path: "microDecks.result", as: "student", inputs: ({ resultId }) => [{ runId: resultId }] },
  { path: "microDecks.myResults", as: "student", inputs: once({}) },
];

const links: ProcedureSample[] = [
  {
    path: "smartLinks.create",
    as: "student",
    inputs: ({ deckId, resultId }) => [
      { loop: "buddy_challenge", destination: "fvm.deck", params: { deckId, resultId } },
    ],
  },
  {
    path: "smartLinks.create",
    label: "result's card",
    as: "student",
    inputs: ({ resultId }) => [
      { loop: "results_rally", destination: "results.card", params: { resultId } },
    ],
  },
  { path: "smartLinks.resultCard", as: "student", inputs: ({ resultId }) => [{ resultId }] },
  { path: "smartLinks.list", as: "student", inputs: once({}) },
  { path: "smartLinks.view", as: "student", inputs: ({ code }) => [{ code }] },
  { path: "smartLinks.recordOpen", as: "guest", inputs: once({}) },
  { path: "smartLinks.markEngaged", as: "guest", inputs: once({}) },
];

const groups: ProcedureSample[] = [
  { path: "cohorts.mine", as: "student", inputs: once({}) },
  { path: "cohorts.view", as: "student", inputs: once({ slug }) },
  { path: "cohorts.students", as: "student", inputs: once({ slug }) },
  { path: "cohorts.forAdmin", as: "admin", inputs: once({}) },
  {
    path: "cohorts.setTutor",
    as: "admin",
    inputs: once({ slug, userId: "user_00000000000000000000000000", named: true }),
    status: 404,
  },
  { path: "microDecks.studentResults", as: "student", inputs: once({ slug }) },
  { path: "activity.feed", as: "student", inputs: once({ scope: "cohort", slug }) },
  { path: "activity.feed", label: "global", as: "guest", inputs: once({ scope: "global" }) },
  {
    path: "activity.react",
    as: "student",
    inputs: once({ id: noActivity, kind: "heart" }),
    status: 404,
  },
  { path: "cohorts.join", as: "student", inputs: once({ slug: "phys-101" }) },
  { path: "leaderboards.view", as: "guest", inputs: once(board) },
  {
    path: "leaderboards.compare",
    as: "admin",
    inputs: once({ ...board, periodStart: periodStart("all_time", 0) }),
  },
  {
    path: "leaderboards.rebuild",
    as: "admin",
    inputs: once({ ...board, periodStart: periodStart("all_time", 0) }),
  },
  { path: "leaderboards.held", as: "admin", inputs: once({}) },
  {
    path: "leaderboards.review",
    as: "admin",
    inputs: once({ entryId: "evt_00000000000000000000000000", verdict: "rejected" }),
    status: 404,
  },
  { path: "presence.list", as: "student", inputs: once({}) },
  { path: "presence.view", as: "student", inputs: once({ subject: "algebra" }) },
  { path: "presence.ping", as: "student", inputs: once({ subject: "lobby", status: "online" }) },
  {
    path: "realtime.ticket",
    label: "cohort",
    as: "student",
    inputs: once({ room: "cohort", name: slug }),
  },
  {
    path: "realtime.ticket",
    label: "leaderboard",
    as: "student",
    inputs: once({
      room: "leaderboard",
      name: boardName({ ...board, periodStart: periodStart("all_time", 0) }),
    }),
  },
];

const practice: ProcedureSample[] = [
  { path: "progress.mine", as: "student", inputs: once({}) },
  {
    path: "progress.keepTimezone",
    as: "student",
    inputs: once({ timezone: "Europe/Berlin" }),
  },
];

const tutors: ProcedureSample[] = [
  { path: "tutors.view", as: "guest", inputs: ({ tutorSlug }) => [{ slug: tutorSlug }] },
  // The bench's admin is a tutor by persona.
  { path: "tutors.mine", as: "admin", inputs: once({}) },
  { path: "tutors.keep", as: "admin", inputs: once({ subjects: ["algebra"], published: true }) },
];

const nobody = "friend_00000000000000000000000000";
const noChild = "AAAAAAAAAAAAAAAA";
const family: ProcedureSample[] = [
  { path: "inbox.list", as: "student", inputs: once({}) },
  { path: "inbox.markRead", as: "student", inputs: once({ until: 0 }) },
  { path: "friends.list", as: "student", inputs: once({}) },
  { path: "friends.inCohort", as: "student", inputs: once({ slug }) },
  { path: "friends.ask", as: "student", inputs: once({ slug, handle: noChild }), status: 404 },
  {
    path: "friends.answer",
    as: "student",
    inputs: once({ id: nobody, answer: "accept" }),
    status: 404,
  },
  { path: "friends.remove", as: "student", inputs: once({ id: nobody }), status: 404 },
  { path: "friends.forGuardian", as: "parent", inputs: once({}) },
  {
    path: "friends.answerForChild",
    as: "parent",
    inputs: once({ id: nobody, answer: "consented" }),
    status: 404,
  },
  { path: "friends.endForChild", as: "parent", inputs: once({ id: nobody }), status: 404 },
  { path: "people.family", as: "parent", inputs: once({}) },
  { path: "microDecks.familyResults", as: "parent", inputs: once({}) },
  { path: "progress.family", as: "parent", inputs: once({}) },
  {
    path: "people.answerSharing",
    as: "parent",
    inputs: once({ child: noChild, answer: "withdrawn" }),
    status: 404,
  },
  {
    path: "people.answerJoining",
    as: "parent",
    inputs: once({ child: noChild, answer: "declined" }),
    status: 404,
  },
  { path: "people.setVisibility", as: "student", inputs: once({ invisible: true }) },
  { path: "people.askShareConsent", as: "student", inputs: once({}) },
  { path: "people.shareRequest", as: "guest", inputs: once({ token: "none" }) },
  {
    path: "people.answerShareRequest",
    as: "guest",
    inputs: once({ token: "none", answer: "declined" }),
  },
];

const operator: ProcedureSample[] = [
  ...["kFactor", "invites", "funnel", "retention", "cost", "guardrails", "engagement"].map(
    (name): ProcedureSample => ({
      path: `metrics.${name}`,
      as: "admin",
      inputs: once({ windowDays: 14 }),
    }),
  ),
  { path: "operations.health", as: "guest", inputs: once(undefined) },
  { path: "operations.deadLetters", as: "admin", inputs: once({}) },
  {
    path: "operations.retryDeadLetter",
    as: "admin",
    inputs: once({ eventId: "evt_00000000000000000000000000", feature: "cohorts" }),
    status: 404,
  },
];

const newcomer = { birthYear: birthYearAt(20), persona: "student" };
const people: ProcedureSample[] = [
  { path: "people.me", label: "guest", as: "guest", inputs: once({}) },
  { path: "people.me", label: "member", as: "student", inputs: once({}) },
  { path: "people.account", as: "student", inputs: once({}) },
  { path: "people.setName", as: "student", inputs: once({ name: "" }) },
  {
    path: "people.nameChild",
    as: "parent",
    inputs: once({ child: noChild, name: "" }),
    status: 404,
  },
  { path: "people.blocked", as: "admin", inputs: once({}) },
  {
    path: "people.setBlocked",
    as: "admin",
    inputs: once({ email: "nobody@bench.test", blocked: true }),
    status: 404,
  },
  { path: "people.newAlias", as: "parent", inputs: once({}) },
  {
    path: "people.requestSignIn",
    label: "sign in",
    as: "guest",
    inputs: once({ email: "tutor@demo.test" }),
  },
  {
    path: "people.requestSignIn",
    label: "join",
    as: "guest",
    inputs: once({ email: "newcomer@bench.test", join: newcomer }),
  },
  {
    path: "people.confirmSignIn",
    label: "sign in",
    as: "returning",
    inputs: ({ signInToken }) => [{ token: signInToken }],
  },
  {
    path: "people.confirmSignIn",
    label: "join",
    as: "joining",
    inputs: ({ joinToken }) => [{ token: joinToken }],
  },
  { path: "people.signOut", as: "returning", inputs: once({}) },
  {
    path: "people.guardianRequest",
    as: "parent",
    inputs: ({ guardianToken }) => [{ token: guardianToken }],
  },
  {
    path: "people.answerGuardianRequest",
    as: "parent",
    inputs: ({ guardianToken }) => [{ token: guardianToken, answer: "consented" }],
  },
  // Last: the link of the cast is gone then.
  { path: "smartLinks.revoke", as: "student", inputs: ({ code }) => [{ code }] },
];

export const procedureSamples: readonly ProcedureSample[] = [
  ...decks,
  ...links,
  ...groups,
  ...practice,
  ...tutors,
  ...family,
  ...operator,
  ...securitySamples,
  ...experimentSamples,
  ...eventSamples,
  ...people,
];
