/** How a loader or action calls a procedure, and what its failure becomes for the page. */
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import type { inferRouterOutputs } from "@trpc/server";
import { type ErrorBody, type ErrorCode, type ErrorDetail, errorCodes } from "#shared/errors.ts";
import type { AppRouter } from "#workers/app-router.ts";

/** What each procedure answers. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** What every loader and action is given. */
type Asking = Pick<LoaderFunctionArgs, "request" | "context">;

/** A refusal the page itself can show, beside the field or button it is about. */
export interface Refusal {
  status: "refused";
  code: ErrorCode;
  message: string;
  details: readonly ErrorDetail[];
}

/**
 * The procedure's answer. A failure is thrown for the ErrorBoundary; who is not signed in is sent
 * to sign in and back.
 */
export async function unwrap<T>(asking: Asking, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw toResponse(asking, error);
  }
}

/** Like `unwrap`, but a failure with one of these codes is returned, to be shown in place. */
export async function attempt<T>(
  asking: Asking,
  answer: Promise<T>,
  shown: readonly ErrorCode[],
): Promise<{ status: "done"; value: T } | Refusal> {
  try {
    return { status: "done", value: await answer };
  } catch (error) {
    const failure = readFailure(error);
    if (!failure || !shown.includes(failure.code)) throw toResponse(asking, error);
    return {
      status: "refused",
      code: failure.code,
      message: failure.message,
      details: failure.details ?? [],
    };
  }
}

/** Where to sign in, and come back to this page afterwards. */
export function signInPath(returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ returnTo })}`;
}

interface Failure {
  code: ErrorCode;
  message: string;
  details?: readonly ErrorDetail[] | undefined;
  retryAfterS?: number | undefined;
}

function toResponse({ request, context }: Asking, error: unknown): unknown {
  const failure = readFailure(error);
  if (!failure) return error;
  if (failure.code === "UNAUTHENTICATED") {
    const url = new URL(request.url);
    return redirect(signInPath(request.method === "GET" ? url.pathname + url.search : "/home"));
  }
  if (failure.code === "SECOND_FACTOR_NEEDED") {
    const url = new URL(request.url);
    const next = request.method === "GET" ? url.pathname + url.search : "/admin";
    return redirect(`/sign-in/second-factor?${new URLSearchParams({ next })}`);
  }
  const body: ErrorBody = {
    error: { code: failure.code, message: failure.message, requestId: context.requestId },
  };
  return data(body, {
    status: errorCodes[failure.code].status,
    headers: failure.retryAfterS ? { "Retry-After": String(Math.ceil(failure.retryAfterS)) } : {},
  });
}

/** Ours by its code; a wrong input by tRPC's. Anything else is a defect and stays what it is. */
function readFailure(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const cause = error.cause as Partial<Failure> | undefined;
  if (typeof cause?.code === "string" && cause.code in errorCodes && cause.code !== "INTERNAL") {
    return { ...cause, code: cause.code, message: cause.message ?? errorCodes[cause.code].message };
  }
  const code = (error as { code?: unknown }).code;
  if (code !== "BAD_REQUEST") return null;
  return { code: "BAD_INPUT", message: errorCodes.BAD_INPUT.message, details: issuesOf(cause) };
}

/** The fields that the procedure's schema refused. */
function issuesOf(cause: unknown): ErrorDetail[] {
  const issues = (cause as { issues?: unknown } | undefined)?.issues;
  if (!Array.isArray(issues)) return [];
  return issues.map((issue: { path?: readonly PropertyKey[]; message?: unknown }) => ({
    path: (issue.path ?? []).map(String).join("."),
    message: String(issue.message ?? ""),
  }));
}
