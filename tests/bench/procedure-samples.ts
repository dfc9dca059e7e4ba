/** One way to call each procedure, in an order in which it works. */

import { boardName, periodStart } from "#shared/protocol/room-names.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { once, type ProcedureSample, people, security } from "./sign-in-samples.ts";

const slug = "alg-101";
const board = { subject: "algebra", period: "all_time" } as const;
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
  { path: "cohorts.feed", as: "student", inputs: once({ slug }) },
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
  { path: "metrics.kFactor", as: "admin", inputs: once({ windowDays: 14 }) },
  { path: "operations.health", as: "guest", inputs: once(undefined) },
  { path: "operations.deadLetters", as: "admin", inputs: once({}) },
  {
    path: "operations.retryDeadLetter",
    as: "admin",
    inputs: once({ eventId: "evt_00000000000000000000000000", feature: "cohorts" }),
    status: 404,
  },
];

const split = [
  { key: "control", weightBp: 5_000 },
  { key: "tested", weightBp: 5_000 },
];
const plan = {
  key: "bench",
  hypothesis: "Nothing changes at all.",
  variants: split,
  primaryMetric: "fvm_reached",
};
const flag = {
  key: "bench",
  description: "Of the bench",
  kind: "boolean",
  enabled: true,
  defaultValue: true,
  offValue: false,
};
const experiments: ProcedureSample[] = [
  { path: "experiments.create", as: "admin", inputs: once(plan) },
  { path: "experiments.edit", as: "admin", inputs: once({ ...plan, version: 1 }) },
  { path: "experiments.start", as: "admin", inputs: once({ key: "bench", version: 2 }) },
  { path: "experiments.variant", as: "guest", inputs: once({ key: "bench" }) },
  {
    path: "experiments.split",
    as: "admin",
    inputs: once({ key: "bench", version: 3, variants: split, trafficBp: 5_000 }),
  },
  { path: "experiments.pause", as: "admin", inputs: once({ key: "bench", version: 4 }) },
  { path: "experiments.stop", as: "admin", inputs: once({ key: "bench", version: 5 }) },
  { path: "experiments.list", as: "admin", inputs: once({}) },
  { path: "experiments.results", as: "admin", inputs: once({ key: "bench" }) },
  { path: "experiments.sampleSize", as: "admin", inputs: once({ baseline: 0.2, lift: 0.1 }) },
  { path: "flags.set", as: "admin", inputs: once(flag) },
  { path: "flags.kill", as: "admin", inputs: once({ key: "bench", reason: "the bench is over" }) },
  { path: "flags.list", as: "admin", inputs: once({}) },
];

export const procedureSamples: readonly ProcedureSample[] = [
  ...decks,
  ...links,
  ...groups,
  ...practice,
  ...tutors,
  ...family,
  ...operator,
  ...security,
  ...experiments,
  ...people,
];
