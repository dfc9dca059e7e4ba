/** tRPC, set up so that a procedure cannot be built without a policy. */
import { initTRPC, TRPCError } from "@trpc/server";
import type { OpenApiMeta } from "trpc-to-openapi";
import { ZodError } from "zod";
import type { ErrorCode, ErrorDetail } from "#shared/errors.ts";
import type { TokenScope } from "#shared/token-scopes.ts";
import type { Actor } from "./actor.ts";
import { AppError } from "./app-error.ts";
import type { RequestCtx } from "./context.ts";
import { toFailure } from "./failure.ts";
import { type ErrorCodeOfTrpc, toTrpcCode } from "./http-errors.ts";
import type { Policy } from "./policy.ts";

/** Every procedure's meta names its policy: a test walks over all of them. */
export interface ProcedureMeta extends OpenApiMeta {
  policy: string;
  /** What an access token must hold to call it; absent: no token may. */
  scope?: TokenScope;
  /** What REST answers when all is well, where that is not 200. */
  successStatus?: 202;
}

const t = initTRPC
  .context<RequestCtx>()
  .meta<Partial<ProcedureMeta>>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const failure = toAppError(error);
      return {
        message: failure.message,
        code: shape.code,
        data: {
          code: shape.data.code,
          httpStatus: failure.status,
          appCode: failure.code,
          details: failure.details,
          requestId: ctx?.request.id,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * The only way to begin a procedure: say who may call it, and on whose rows. A token of the person
 * may call it only where it holds `scope`; without one, no token may.
 */
export function procedure(policy: Policy, scope?: TokenScope) {
  const meta = { policy: policy.name, ...(scope ? { scope } : {}) };
  return t.procedure.meta(meta).use(async ({ ctx, next }) => {
    const refusal = policy.refuses(ctx.actor);
    if (refusal) throw toTrpcError(new AppError(refusal));
    if (!tokenReaches(ctx.actor, scope)) {
      const message = scope
        ? `This access token lacks the scope ${scope}.`
        : "This cannot be done with an access token.";
      throw toTrpcError(new AppError("FORBIDDEN", { message }));
    }
    const result = await next();
    if (result.ok) return result;
    throw toTrpcError(toAppError(result.error));
  });
}

/** A session reaches everything that its person may do; a token only what it was made for. */
function tokenReaches(actor: Actor, scope: TokenScope | undefined): boolean {
  if (actor.kind !== "member" || !actor.scopes) return true;
  return scope !== undefined && actor.scopes.includes(scope);
}

function toTrpcError(error: AppError): TRPCError {
  const code: ErrorCodeOfTrpc = toTrpcCode(error.code);
  return new TRPCError({ code, message: error.message, cause: error });
}

const codesOfTrpc: Partial<Record<TRPCError["code"], ErrorCode>> = {
  BAD_REQUEST: "BAD_INPUT",
  PARSE_ERROR: "BAD_INPUT",
  UNSUPPORTED_MEDIA_TYPE: "BAD_INPUT",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_SUPPORTED: "METHOD_NOT_ALLOWED",
  PAYLOAD_TOO_LARGE: "TOO_LARGE",
};

/** What went wrong, as one of our codes. Unknown errors become INTERNAL and keep their cause. */
export function toAppError(error: unknown): AppError {
  if (!(error instanceof TRPCError)) return toFailure(error);
  if (error.cause instanceof AppError) return error.cause;
  const code = codesOfTrpc[error.code];
  if (!code) return toFailure(error.cause ?? error);
  const wrong = error.cause instanceof ZodError ? { details: details(error.cause) } : {};
  return new AppError(code, { ...wrong, cause: error });
}

function details(error: ZodError): ErrorDetail[] {
  return error.issues.slice(0, 10).map((issue) => ({
    path: issue.path.join(".").slice(0, 100),
    message: issue.message.slice(0, 200),
  }));
}
