/** The steps of a deck: the server's while there is a network, held here while there is none. */
import { countWaiting, queueAnswer, sendAnswers } from "./answer-queue.ts";
import { fetchForPerson } from "./kept-person.ts";
import { keepRun, outcomeOf, readRun } from "./kept-runs.ts";
import { holdAnswer } from "./offline-run.ts";
import { actionAnswer } from "./turbo-lines.ts";

/** An answer that hangs this long is held; should it arrive after all, the second one changes nothing. */
const patienceMs = 15_000;

/** Answers the form of a deck at `path` as its page expects it. */
export async function answerStep(request: Request, path: string): Promise<Response> {
  const form = await request.clone().formData();
  const step = String(form.get("step"));
  // What waits goes first, so that the server's answer knows of it.
  await sendAnswers().catch(() => {});
  if (step === "resume") return answerKept(path, { resumed: form.has("opening") });
  if ((await countWaiting()) === 0) {
    try {
      return await fetchForPerson(request, step === "answer" ? patienceMs : undefined);
    } catch {
      // No network: from here on this device keeps what is done.
    }
  }
  return step === "answer" ? hold(form, path) : await answerNeeded(path);
}

async function answerKept(path: string, more: object = {}): Promise<Response> {
  const kept = await readRun(path);
  return actionAnswer(kept && { ...outcomeOf(kept), ...more });
}

/** Without a kept run there is nothing to go on with. */
async function answerNeeded(path: string): Promise<Response> {
  return (await readRun(path)) ? answerKept(path) : Response.error();
}

async function hold(form: FormData, path: string): Promise<Response> {
  const kept = await readRun(path);
  if (!kept) return Response.error();
  const step = {
    runId: String(form.get("runId")),
    questionId: String(form.get("questionId")),
    choice: Number(form.get("choice") ?? -1),
  };
  const run = holdAnswer(kept.run, step);
  if (run) {
    await queueAnswer(path, run, step);
    await keepRun(path, run, outcomeOf(kept).now);
  }
  return answerKept(path);
}
