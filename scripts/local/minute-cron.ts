/** Calls the Worker's scheduled handler at once and then each minute, as the platform would. */
import type { LocalRuntime } from "./runtime.ts";

/** Runs never overlap; a failed one is reported and the next one comes all the same. */
export function startMinuteCron(
  runtime: Pick<LocalRuntime, "runScheduled">,
  report: (line: string) => void,
): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    const now = new Date();
    try {
      await runtime.runScheduled(now);
    } catch (error) {
      if (!stopped) report(`cron: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (!stopped) timer = setTimeout(run, 60_000 - (Date.now() % 60_000));
  };
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
