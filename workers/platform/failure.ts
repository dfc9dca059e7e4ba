/** What went wrong, as one of our codes, where nobody has said so yet. */
import { AppError } from "./app-error.ts";

/** Seconds after which asking again makes sense when the database does not answer. */
const retryAfterS = 5;

/** AppErrors stay; an unreachable database is UNAVAILABLE; all else is INTERNAL with its cause. */
export function toFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) return new AppError("UNAVAILABLE", { cause: error, retryAfterS });
  return new AppError("INTERNAL", { cause: error });
}

/** Postgres' own shutting-down and too-many-connections states, beside no answer at all. */
const awayStates = new Set(["57P01", "57P02", "57P03", "53300", "08006", "08001"]);

/** True when the database cannot be asked at all, whatever the question. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at.name !== "NeonDbError") continue;
    const { code } = at as { code?: unknown };
    return typeof code !== "string" || awayStates.has(code);
  }
  return false;
}
