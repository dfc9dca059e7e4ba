/** The log lines of a door that many ask at once: gathered for a moment, written as one. */
import { createLogger, type LogFields } from "./logger.ts";
import { gatherCount, gatherMs } from "./telemetry.ts";

const log = createLogger();
/** Lines that wait longer were left behind by a request that was cut off. */
const abandonedMs = 1_000;
let gathered: LogFields[] = [];
let since = 0;

/**
 * Writes `{"message":"requests","requests":[…]}` at most `gatherMs` later, with at most `gatherCount`
 * requests: a console call for each would be an eighth of what a warm link costs. An isolate that
 * dies loses no more lines than hits. `now` is in milliseconds since 1970.
 */
export function logRequest(
  execution: Pick<ExecutionContext, "waitUntil">,
  line: LogFields,
  now: number,
): void {
  const count = gathered.push(line);
  if (count >= gatherCount) write();
  else if (count === 1 || now - since > abandonedMs) {
    since = now;
    execution.waitUntil(writeLater(gathered));
  }
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
