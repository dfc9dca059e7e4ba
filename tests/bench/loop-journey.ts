/** One person's way through the loop: invites, or is invited, finishes the deck and joins. */
import { setTimeout as sleep } from "node:timers/promises";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { humanMinimumMs } from "#workers/features/micro-decks/deck-run.ts";
import { BenchFault } from "./bench-fault.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { mutate, query, readMailToken, signIn } from "./procedures.ts";
import type { StepTimes } from "./step-times.ts";

/** The seeded student has a result of it. */
export const deckId = "alg-linear-equations";
const questions = findDeck(deckId)?.questions ?? [];
/** Faster runs are flagged and their points held; a little more than the least. */
const thinkingMs = humanMinimumMs * questions.length + 100;

/** Someone who has all but the last answer, and thinks about it. */
export interface Visit {
  browser: Browser;
  email: string;
  runId: string;
  /** When the last answer may come, by `performance.now()`. */
  lastAnswerAt: number;
}

/** The seeded student signs in and shares a result; answers the link's code. */
export async function invite(port: number, times: StepTimes): Promise<string> {
  const browser = openBrowser(port);
  await signIn(browser, "student@demo.test");
  const results = times.note("inviter: results", await query(browser, "microDecks.myResults", {}));
  const items = results.data["items"] as { runId: string; deckId: string }[];
  const resultId = items.find((item) => item.deckId === deckId)?.runId;
  if (!resultId) throw new BenchFault("the seeded student has no result to share");
  return share(browser, resultId, "inviter: create link", times);
}

async function share(browser: Browser, resultId: string, step: string, times: StepTimes) {
  const created = await mutate(browser, "smartLinks.create", {
    loop: "buddy_challenge",
    destination: "fvm.deck",
    params: { deckId, resultId },
  });
  return String(times.note(step, created).data["code"]);
}

/** Opens the link in a new browser, starts the deck and gives all answers but the last. */
export async function arrive(
  port: number,
  code: string,
  email: string,
  times: StepTimes,
): Promise<Visit> {
  const browser = openBrowser(port);
  const opened = times.note("open link", await browser.get(`/sl/${code}`));
  if (opened.status !== 302 || opened.headers.location !== `/fvm/${deckId}`) {
    throw new BenchFault(`the link answered ${opened.status} ${opened.headers.location ?? ""}`);
  }
  const landing = times.note("landing page", await browser.get(opened.headers.location));
  if (landing.status !== 200) throw new BenchFault(`the landing page answered ${landing.status}`);
  const started = times.note("start", await mutate(browser, "microDecks.start", { deckId }));
  const visit = {
    browser,
    email,
    runId: String(started.data["runId"]),
    lastAnswerAt: performance.now() + thinkingMs,
  };
  for (let index = 0; index < questions.length - 1; index++) await answer(visit, index, times);
  return visit;
}

async function answer({ browser, runId }: Visit, index: number, times: StepTimes): Promise<void> {
  const question = questions[index];
  if (!question) throw new RangeError(`the deck has no question ${index}`);
  const input = { deckId, runId, questionId: question.id, choice: question.answer };
  times.note("answer", await mutate(browser, "microDecks.answer", input));
}

/** Waits until a human could have the last answer. */
export async function think({ lastAnswerAt }: Visit): Promise<void> {
  await sleep(Math.max(0, lastAnswerAt - performance.now()));
}

/** The last answer, the score, joining by mail, and a link of one's own. */
export async function finish(visit: Visit, times: StepTimes): Promise<void> {
  const { browser, email, runId } = visit;
  await answer(visit, questions.length - 1, times);
  const run = { deckId, runId };
  const completed = times.note("complete", await mutate(browser, "microDecks.complete", run));
  if (completed.data["status"] !== "completed") throw new BenchFault(`${email} did not complete`);
  const join = { birthYear: new Date().getUTCFullYear() - 20, persona: "student" };
  const request = { email, join, returnTo: `/results/${runId}` };
  times.note("ask to join", await mutate(browser, "people.requestSignIn", request));
  const token = await readMailToken(browser, email);
  const joined = times.note("join", await mutate(browser, "people.confirmSignIn", { token }));
  if (joined.data["joined"] !== true) throw new BenchFault(`${email} did not join`);
  const result = times.note("result page", await browser.get(`/results/${runId}`));
  if (result.status !== 200) throw new BenchFault(`the result page answered ${result.status}`);
  await share(browser, runId, "create own link", times);
}
