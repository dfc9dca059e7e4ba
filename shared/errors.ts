/** The error codes a caller may see, with their HTTP status and the words a person reads. */

export const errorCodes = {
  BAD_INPUT: { status: 400, message: "Something in the request is not right." },
  UNAUTHENTICATED: { status: 401, message: "Please sign in first." },
  FORBIDDEN: { status: 403, message: "You may not do that." },
  CONSENT_NEEDED: { status: 403, message: "A guardian has to agree to this first." },
  GUARDIAN_PENDING: { status: 403, message: "We are waiting for your guardian's answer." },
  SECOND_FACTOR_NEEDED: { status: 403, message: "Please give the code of your app first." },
  NOT_FOUND: { status: 404, message: "We could not find that." },
  METHOD_NOT_ALLOWED: { status: 405, message: "That is not how this address is used." },
  CONFLICT: { status: 409, message: "That has changed in the meantime. Please look again." },
  GONE: { status: 410, message: "This is no longer available." },
  TOO_LARGE: { status: 413, message: "That is too large." },
  RATE_LIMITED: { status: 429, message: "Too many tries. Please wait a moment." },
  INTERNAL: { status: 500, message: "Something went wrong on our side." },
  UNAVAILABLE: { status: 503, message: "We cannot do that right now. Please try again soon." },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What every failed request answers with, whatever its door. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; requestId: string; details?: readonly ErrorDetail[] };
}

/** One wrong field of an input: where it is, and what is wrong. */
export interface ErrorDetail {
  path: string;
  message: string;
}
