/** Answers that wait for the network: in IndexedDB, sent in order, and settled by the server once. */
import { Queue } from "workbox-background-sync/Queue.js";
import type { Run } from "#app/features/micro-decks/deck-stage.ts";
import type { WorkerNews } from "#shared/kept-pages.ts";
import { forgetAlso, timesForgotten } from "./kept-person.ts";
import { dropRun, keepRun, readRun } from "./kept-runs.ts";
import { type HeldStep, mergeHeld } from "./offline-run.ts";
import { scope } from "./worker-scope.ts";

/** A week, in minutes: later than that nobody waits for a score. */
const keptForMin = 7 * 24 * 60;
const queue = new Queue("answers", { maxRetentionTime: keptForMin, onSync: sendAnswers });
forgetAlso(async () => {
  while (await queue.shiftRequest());
});

let sending: Promise<void> | null = null;

type Call = "microDecks.answer" | "microDecks.complete";

function callOf(call: Call, input: object): Request {
  return new Request(`/trpc/${call}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
}

export function countWaiting(): Promise<number> {
  return queue.size();
}

/** Queues an answer, and behind the last one the completion. */
export async function queueAnswer(path: string, run: Run, step: HeldStep): Promise<void> {
  const { deckId, runId } = run;
  const metadata = { path };
  const { questionId, choice } = step;
  const request = callOf("microDecks.answer", { deckId, runId, questionId, choice });
  await queue.pushRequest({ request, metadata });
  if (run.next) return;
  await queue.pushRequest({ request: callOf("microDecks.complete", { deckId, runId }), metadata });
}

/**
 * Sends what waits, in order; rejects where there is still no network, with everything still queued.
 * Sent twice is settled once: the server keeps the first answer, and completes a run once.
 */
export function sendAnswers(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
}

/**
 * Sends what waits as soon as the network answers: a device says that it is online before that.
 * Waits twice as long after each try, from a second to 16; after the sixth all stays queued.
 */
export function sendSoon(waitMs = 1_000): Promise<void> {
  return sendAnswers().catch(async () => {
    if (waitMs > 16_000) return;
    await new Promise((go) => setTimeout(go, waitMs));
    return sendSoon(2 * waitMs);
  });
}

async function sendAll(): Promise<void> {
  const begun = timesForgotten();
  let sent = false;
  try {
    for (;;) {
      const entry = await queue.shiftRequest();
      if (!entry) return;
      try {
        const response = await fetch(entry.request.clone() as Request);
        // Not now; what is refused for good goes to `settle`.
        if (response.status >= 500 || response.status === 429) throw response.status;
        // Whoever signed out meanwhile is nobody's business any more.
        if (timesForgotten() !== begun) return;
        await settle((entry.metadata as { path: string }).path, response);
        sent = true;
      } catch (error) {
        if (timesForgotten() === begun) await queue.unshiftRequest(entry);
        throw error;
      }
    }
  } finally {
    if (sent) await tellPages();
  }
}

type Answer = {
  result: {
    data: { run: Run } | { status: string; result?: { score: number; durationMs: number } };
  };
};

/** Takes over what the server says; what it refuses for good is not asked again. */
async function settle(path: string, response: Response): Promise<void> {
  if (!response.ok) return dropRun(path);
  const kept = await readRun(path);
  if (!kept) return;
  const { data } = ((await response.json()) as Answer).result;
  if ("run" in data) return keepRun(path, mergeHeld(data.run, kept.run), Date.now());
  if (!data.result) return;
  const { score, durationMs } = data.result;
  const done: Partial<Run> = { state: "completed", next: null, ahead: [], score, durationMs };
  await keepRun(path, { ...kept.run, ...done }, Date.now());
}

async function tellPages(): Promise<void> {
  const news: WorkerNews = { type: "answers-sent" };
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage(news);
}
