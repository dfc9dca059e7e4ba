/** The answer for an address that is no page. */
import { data } from "@remix-run/cloudflare";
import { type ErrorBody, errorCodes } from "#shared/errors.ts";

/** To be thrown by a loader or an action. */
export function notFound(requestId: string) {
  const { status, message } = errorCodes.NOT_FOUND;
  const body: ErrorBody = { error: { code: "NOT_FOUND", message, requestId } };
  return data(body, { status });
}
