/** /api/*: the same procedures as REST, and their OpenAPI document. */
import { createOpenApiFetchHandler, generateOpenApiDocument } from "trpc-to-openapi";
import { appRouter } from "./app-router.ts";
import { answerMetricsCsv } from "./metrics-csv-door.ts";
import { AppError } from "./platform/app-error.ts";
import type { RequestCtx } from "./platform/context.ts";
import { withCookies } from "./platform/http-door.ts";
import { errorResponse } from "./platform/http-errors.ts";
import { type ProcedureMeta, toAppError } from "./platform/trpc.ts";
import { describeRest } from "./rest-document.ts";

let document: ReturnType<typeof describeRest> | undefined;

/** The OpenAPI document, made once per isolate. */
export function openApiDocument(appUrl: string) {
  document ??= describeRest(
    generateOpenApiDocument(appRouter, {
      title: "k-factor",
      description: `Vel Tutor's growth engine. Lists are paged: \`nextCursor\` goes into \`cursor\`.
Times are milliseconds since 1970. A request that changes something and comes from a browser has to
come from our own pages.`,
      version: "1.0.0",
      baseUrl: `${appUrl}/api`,
      securitySchemes: { bearer: { type: "http", scheme: "bearer", description: bearerWords } },
    }),
    otherSuccesses(),
  );
  return document;
}

const bearerWords = "A personal access token. Without one you are a guest.";

export async function answerRest(request: Request, ctx: RequestCtx): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/api/openapi.json") return Response.json(openApiDocument(ctx.config.APP_URL));
  const csv = await answerMetricsCsv(request, ctx);
  if (csv) return withCookies(csv, ctx.cookies.lines());
  let failure: AppError | undefined;
  const response = await createOpenApiFetchHandler({
    endpoint: "/api",
    req: withBody(request),
    router: appRouter,
    createContext: () => ctx,
    responseMeta: ({ errors, paths }: { errors: unknown[]; paths?: readonly string[] }) =>
      errors.length === 0 ? statusOf(paths?.[0]) : {},
    onError({ error, path }) {
      failure = path ? toAppError(error) : unmatched(pathname, ctx.config.APP_URL);
      if (failure.status >= 500)
        ctx.log.error("procedure failed", failure.cause ?? failure, { path });
    },
  } as Parameters<typeof createOpenApiFetchHandler>[0]);
  const answer = failure ? errorResponse(failure, ctx.request.id) : response;
  return withCookies(answer, ctx.cookies.lines());
}

const metas = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { meta?: Partial<ProcedureMeta> } }
>;

function statusOf(path: string | undefined): { status?: number } {
  const status = path && metas[path]?._def.meta?.successStatus;
  return status ? { status } : {};
}

/** `POST /events` as in the document: the operations whose success is not 200. */
function otherSuccesses(): ReadonlyMap<string, number> {
  const found = Object.values(metas).flatMap(({ _def: { meta } }) => {
    const { openapi, successStatus } = meta ?? {};
    return openapi && successStatus
      ? [[`${openapi.method} ${openapi.path}`, successStatus] as const]
      : [];
  });
  return new Map(found);
}

/** A POST that has nothing to say may leave out its body; the adapter asks for one. */
function withBody(request: Request): Request {
  const empty = request.method === "POST" && request.body === null;
  if (!empty || request.headers.has("content-type")) return request;
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  return new Request(request, { headers, body: "{}" });
}

/** An address that exists for another method is 405, not 404. */
function unmatched(pathname: string, appUrl: string): AppError {
  const path = pathname.slice("/api".length);
  const known = Object.keys(openApiDocument(appUrl).paths ?? {}).some((pattern) =>
    new RegExp(`^${pattern.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path),
  );
  return new AppError(known ? "METHOD_NOT_ALLOWED" : "NOT_FOUND");
}
