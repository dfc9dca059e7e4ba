/** The one error our code throws on purpose; every door maps its code once. */
import { type ErrorCode, type ErrorDetail, errorCodes } from "#shared/errors.ts";

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[] | undefined;
  /** Seconds after which the caller may try again (RATE_LIMITED, UNAVAILABLE). */
  readonly retryAfterS: number | undefined;

  constructor(
    code: ErrorCode,
    options: {
      message?: string;
      details?: readonly ErrorDetail[];
      retryAfterS?: number;
      cause?: unknown;
    } = {},
  ) {
    super(options.message ?? errorCodes[code].message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details;
    this.retryAfterS = options.retryAfterS;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}
