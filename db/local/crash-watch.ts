/** Notices when a statement kills PGlite's backend. */
import type { PGlite } from "@electric-sql/pglite";

// Postgres' own errors leave the wasm code with this status, and PGlite deals with them.
const ORDINARY_ERROR = 100;

/**
 * Makes PGlite throw on a crash. By itself it swallows every exception, then answers nothing or
 * loops for ever: a stack overflow, an exit and a call into the missing system all end so.
 */
export function throwOnCrash(pglite: PGlite): void {
  const backend = pglite.Module;
  const runOnce = backend._PostgresMainLoopOnce;
  backend._PostgresMainLoopOnce = () => {
    const { exitCode } = process;
    try {
      runOnce();
    } catch (error) {
      if (statusOf(error) === ORDINARY_ERROR) throw error;
      // An exit inside the wasm code is not one of this process.
      process.exitCode = exitCode;
      // The only one of its calls in the handler that swallows; what follows must not run any more.
      backend.stackRestore = () => {
        throw error;
      };
      backend._PostgresSendReadyForQueryIfNecessary = () => {};
      backend._pgl_pq_flush = () => {};
      throw error;
    }
  };
}

function statusOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "status" in error ? error.status : null;
}
