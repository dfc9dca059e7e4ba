/** The one map from our error codes to tRPC and HTTP. */
import { type ErrorBody, type ErrorCode, errorCodes } from "#shared/errors.ts";
import type { AppError } from "./app-error.ts";
import { toFailure } from "./failure.ts";
import { createLogger } from "./logger.ts";

const trpcCodes = {
  BAD_INPUT: "BAD_REQUEST",
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  CONSENT_NEEDED: "FORBIDDEN",
  GUARDIAN_PENDING: "FORBIDDEN",
  SECOND_FACTOR_NEEDED: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_ALLOWED: "METHOD_NOT_SUPPORTED",
  CONFLICT: "CONFLICT",
  GONE: "NOT_FOUND",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  INTERNAL: "INTERNAL_SERVER_ERROR",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorCode, string>;

export type ErrorCodeOfTrpc = (typeof trpcCodes)[ErrorCode];

export function toTrpcCode(code: ErrorCode): ErrorCodeOfTrpc {
  return trpcCodes[code];
}

/** The JSON body of a failed request. */
export function errorBody(error: AppError, requestId: string): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.code === "INTERNAL" ? errorCodes.INTERNAL.message : error.message,
      requestId,
      ...(error.details ? { details: error.details } : {}),
    },
  };
}

/** The same as a response, with Retry-After where it is known. */
export function errorResponse(error: AppError, requestId: string): Response {
  return Response.json(errorBody(error, requestId), {
    status: error.status,
    headers: {
      "Cache-Control": "no-store",
      ...(error.retryAfterS ? { "Retry-After": String(Math.ceil(error.retryAfterS)) } : {}),
    },
  });
}

/** The answer to whatever was thrown; what is our own fault is logged with its cause. */
export function failureResponse(error: unknown, requestId: string): Response {
  const failure = toFailure(error);
  if (failure.status >= 500) {
    createLogger({ requestId }).error("request failed", failure.cause ?? failure);
  }
  return errorResponse(failure, requestId);
}
