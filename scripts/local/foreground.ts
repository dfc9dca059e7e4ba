/** How a command that runs until it is interrupted begins and ends. */
import { sentenceOf } from "#db/local/errors.ts";
import { type Closers, createClosers } from "./closers.ts";
import { endWithParent, guardOrphans } from "./orphan-guard.ts";

/** Everything has to be gone 10 s after an interrupt; the rest of them is for the system. */
const closingLimitMs = 7000;

/**
 * Runs `start`; an interrupt closes what it opened and exits with 0, a failure is one sentence and
 * exits with 1. Errors that carry no sentence of ours keep their stack.
 */
export async function runUntilInterrupted(start: (closers: Closers) => Promise<void>) {
  const closers = createClosers();
  const end = async (code: number) => {
    await closers.closeAll(closingLimitMs);
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void end(0));
  }
  guardOrphans();
  endWithParent(() => void end(0));
  try {
    await start(closers);
  } catch (error) {
    console.error(describe(error));
    await end(1);
  }
}

function describe(error: unknown): string {
  const ours = ["StartFault", "LocalDatabaseError"];
  if (error instanceof Error && !ours.includes(error.name)) return error.stack ?? error.message;
  return sentenceOf(error);
}
