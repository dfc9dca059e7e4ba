/** The three steps of a deck as forms post them: with a script as data, without one as a redirect. */
import { type ActionFunctionArgs, data, redirect } from "@remix-run/cloudflare";
import { unwrap } from "#app/trpc.ts";
import type { RunId } from "#shared/ids.ts";
import type { Run } from "./deck-stage.ts";
import { type StepOutcome, viaScript } from "./step-outcome.ts";

/** Does what the form asks and answers in the way the asking browser understands. */
export async function takeStep(args: ActionFunctionArgs, deckId: string) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const path = `/fvm/${deckId}`;
  const answer = (run: Run, after: string | null) =>
    text("via") === viaScript.via
      ? data<StepOutcome>({ run, now: Date.now() })
      : redirect(after ? `${path}?after=${encodeURIComponent(after)}` : path);
  const runId = text("runId") as RunId;
  switch (text("step")) {
    case "start":
      return answer(await startDeck(args, deckId), null);
    case "answer": {
      const questionId = text("questionId");
      const choice = form.has("choice") ? Number(text("choice")) : -1;
      return answer(await answerQuestion(args, { deckId, runId, questionId, choice }), questionId);
    }
    default:
      return answer(await completeDeck(args, { deckId, runId }), null);
  }
}

async function startDeck(args: ActionFunctionArgs, deckId: string): Promise<Run> {
  const { microDecks, smartLinks } = args.context.trpc;
  const work = Promise.all([microDecks.start({ deckId }), smartLinks.markEngaged()]);
  const [run] = await unwrap(args, work);
  return run;
}

interface Answering {
  deckId: string;
  runId: RunId;
  questionId: string;
  choice: number;
}

/** The last answer also completes the deck: nobody loses a finished deck by closing the page. */
async function answerQuestion(args: ActionFunctionArgs, input: Answering): Promise<Run> {
  const { run } = await unwrap(args, args.context.trpc.microDecks.answer(input));
  if (run.next || run.state === "completed") return run;
  return completeDeck(args, { deckId: input.deckId, runId: run.runId as RunId }, run);
}

async function completeDeck(
  args: ActionFunctionArgs,
  input: { deckId: string; runId: RunId },
  answered?: Run,
): Promise<Run> {
  const { microDecks } = args.context.trpc;
  const outcome = await unwrap(args, microDecks.complete(input));
  const run = answered ?? (await unwrap(args, microDecks.landing({ deckId: input.deckId }))).run;
  if (!run) throw redirect(`/fvm/${input.deckId}`);
  if (outcome.status !== "completed") return run;
  const { score, durationMs } = outcome.result;
  return { ...run, state: "completed", next: null, ahead: [], score, durationMs };
}
