/** The log lines of a door that many ask at once: gathered for a moment, written as one. */
import type { LogFields } from "./logger.ts";
import { createLogger } from "./logger.ts";
import { gatherCount, gatherMs } from "./telemetry.ts";

const log = createLogger();
let gathered: LogFields[] = [];

/**
 * Writes `{"message":"requests","requests":[…]}` at most `gatherMs` later, with at most `gatherCount`
 * requests: a console call for each would be an eighth of what a warm link costs. An isolate that
 * dies loses no more lines than hits.
 */
export function logRequest(execution: Pick<ExecutionContext, "waitUntil">, line: LogFields): void {
  const count = gathered.push(line);
  if (count >= gatherCount) write();
  else if (count === 1) execution.waitUntil(writeLater(gathered));
}

async function writeLater(lines: readonly LogFields[]): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, gatherMs));
  // Unless they were many, and are written.
  if (lines === gathered) write();
}

function write(): void {
  const requests = gathered;
  gathered = [];
  log.list("requests", requests);
}
