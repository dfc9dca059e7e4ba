/** Examples for the API's document: real shapes of a student who shares, and of a guest who plays. */
import { plainCard } from "#shared/share-card.ts";

export interface RestExample {
  request?: Record<string, { summary: string; value: unknown }>;
  response: Record<string, { summary: string; value: unknown }>;
}

const code = "7k2m9qx4r0bd";
const runId = "run_01kah2v5xnf9t8b3w6c4m7r2yq";
const resultId = "run_01kah1q4s7e2p9d8x5v6k3n0ha";
const madeAt = 1_763_712_000_000;
const weekMs = 7 * 24 * 3_600_000;

const counts = { hits: 9, opens: 6, weakOpens: 1, engaged: 5, fvm: 4, joins: 2 };
const listed = {
  code,
  url: `https://k-factor.example/sl/${code}`,
  loop: "buddy_challenge",
  destination: "fvm.deck",
  deckId: "alg-linear-equations",
  card: { ...plainCard, subject: "algebra", score: 4 },
  createdAt: madeAt,
  expiresAt: madeAt + weekMs,
  revokedAt: null,
  childAlias: null,
  ...counts,
};

const question = {
  id: "q1",
  prompt: "Solve 3x = 12.",
  choices: ["x = 3", "x = 4", "x = 9", "x = 36"],
};
const run = {
  runId,
  deckId: "alg-linear-equations",
  state: "open",
  startedAt: madeAt,
  total: 5,
  answered: [],
  next: question,
  ahead: ["q2", "q3", "q4", "q5"].map((id) => ({ ...question, id })),
  score: 0,
  durationMs: null,
};
const answered = {
  ...question,
  questionId: question.id,
  choice: 1,
  correct: true,
  answer: 1,
  explanation: "Divide both sides by 3.",
};
const { id: _, ...nextQuestion } = question;

/** By method and path, as the document names them. */
const viewed = {
  eventId: "evt_01kah2v5xnf9t8b3w6c4m7r2yq",
  name: "results.viewed",
  props: { runId, owner: "you" },
};

export const restExamples: Readonly<Record<string, RestExample>> = {
  "POST /events": {
    request: {
      one: { summary: "One event", value: { sentAt: madeAt, event: viewed } },
      batch: {
        summary: "Two, one of which lacks its props",
        value: {
          sentAt: madeAt,
          events: [viewed, { ...viewed, eventId: "evt_01kah2v5xnf9t8b3w6c4m7r2yr", props: {} }],
        },
      },
    },
    response: {
      mixed: {
        summary: "One is taken, one refused",
        value: {
          accepted: 1,
          outcomes: [
            { status: "accepted" },
            {
              status: "refused",
              reason: "bad_props",
              message: "The props are not those of this event.",
            },
          ],
        },
      },
    },
  },
  "POST /links": {
    request: {
      challenge: {
        summary: "A Buddy Challenge with the score to beat",
        value: {
          loop: "buddy_challenge",
          destination: "fvm.deck",
          params: { deckId: "alg-linear-equations", resultId },
        },
      },
      rally: {
        summary: "A result as a card, for three days and ten joins",
        value: {
          loop: "results_rally",
          destination: "results.card",
          params: { resultId },
          expiresInHours: 72,
          maxJoins: 10,
        },
      },
      spotlight: {
        summary: "A tutor's own page",
        value: {
          loop: "tutor_spotlight",
          destination: "tutor.profile",
          params: { slug: "patient-lantern-42" },
        },
      },
    },
    response: {
      created: {
        summary: "The link",
        value: { code, url: listed.url, expiresAt: listed.expiresAt },
      },
    },
  },
  "GET /metrics/engagement": {
    response: {
      day: {
        summary: "One whole day",
        value: {
          rows: [
            {
              ...{ day: "2026-11-20", whole: true, active: 412, active7: 1_204, active28: 2_951 },
              ...{ stickiness: 0.14, sessions: 655, sessionsPerPerson: 1.9 },
              ...{ sessionMedianMs: 284_000, members: 360, feed: 148, feedShare: 0.411 },
              ...{ reacted: 61, board: 97, boardShare: 0.269 },
              ...{ nudged: 0, answered: 0, answeredShare: null },
            },
          ],
        },
      },
    },
  },
  "GET /links": {
    response: {
      page: { summary: "The only page", value: { items: [listed], nextCursor: null } },
    },
  },
  "GET /links/{code}": { response: { link: { summary: "One link", value: listed } } },
  "DELETE /links/{code}": {
    response: { revoked: { summary: "Now or before", value: { status: "revoked" } } },
  },
  "POST /fvm/{deckId}/start": {
    response: { run: { summary: "A new run", value: run } },
  },
  "POST /fvm/{deckId}/answers": {
    request: {
      answer: {
        summary: "The second of the four choices",
        value: { runId, questionId: question.id, choice: 1 },
      },
    },
    response: {
      run: {
        summary: "The run goes on",
        value: {
          run: {
            ...run,
            answered: [answered],
            next: { ...nextQuestion, id: "q2" },
            ahead: run.ahead.slice(1),
            score: 1,
          },
        },
      },
    },
  },
  "POST /fvm/{deckId}/complete": {
    request: { complete: { summary: "All five are answered", value: { runId } } },
    response: {
      completed: {
        summary: "The result",
        value: { status: "completed", result: { runId, score: 4, total: 5, durationMs: 62_000 } },
      },
      unanswered: { summary: "Not yet", value: { status: "unanswered", missing: 2 } },
    },
  },
};
