/** What a step of a deck answers to the browser's script. */
import type { Run } from "./deck-stage.ts";

export interface StepOutcome {
  run: Run;
  /** The server's clock, so that the timer does not depend on the browser's. */
  now: number;
  /** Nothing was answered just now: a page that was opened again goes on where it was. */
  resumed?: boolean;
}

/** Set by the browser's script: it wants the new run instead of a redirect. */
export const viaScript = { via: "script" } as const;
