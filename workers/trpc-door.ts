/** /trpc/*: the one typed interface, for our own pages. */
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "./app-router.ts";
import type { RequestCtx } from "./platform/context.ts";
import { withCookies } from "./platform/http-door.ts";
import { toAppError } from "./platform/trpc.ts";

/** Answers one request, batched or not; unknown errors are logged with their cause. */
export async function answerTrpc(request: Request, ctx: RequestCtx): Promise<Response> {
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    req: request,
    router: appRouter,
    createContext: () => ctx,
    maxBatchSize: 10,
    onError({ error, path }) {
      const failure = toAppError(error);
      if (failure.status >= 500)
        ctx.log.error("procedure failed", failure.cause ?? failure, { path });
    },
  });
  const answer = withCookies(response, ctx.cookies.lines());
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}
