/** Errors that the local database raises on purpose, each with one clear sentence. */

/** Something the user can act on: the message says what is wrong and what to do. */
export class LocalDatabaseError extends Error {
  /** The SQLSTATE that a database client is told. */
  readonly code: string;

  constructor(message: string, code = "XX000") {
    super(message);
    this.name = "LocalDatabaseError";
    this.code = code;
  }
}

/** One readable sentence for whatever was thrown, without a stack. */
export function sentenceOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  // Node reports a refused connection to "localhost" as an AggregateError with no message.
  if ("errors" in error && Array.isArray(error.errors) && error.errors.length > 0) {
    return sentenceOf(error.errors[0]);
  }
  if ("message" in error && typeof error.message === "string" && error.message !== "") {
    return error.message;
  }
  return "code" in error ? String(error.code) : "Unknown error";
}
