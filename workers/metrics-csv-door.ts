/** `/api/metrics/NAME.csv`: the rows of the metrics procedures, for a spreadsheet. */
import { appRouter } from "./app-router.ts";
import { csvStream } from "./features/metrics/metrics-csv.ts";
import type { RequestCtx } from "./platform/context.ts";
import { errorResponse } from "./platform/http-errors.ts";
import { createCallerFactory, toAppError } from "./platform/trpc.ts";

const createCaller = createCallerFactory(appRouter);
const path = /^\/api\/metrics\/(k|funnel|retention|invites|cost|guardrails|engagement)\.csv$/;

/** Null for any other address. Policy and input are those of the procedures, which it calls. */
export async function answerMetricsCsv(
  request: Request,
  ctx: RequestCtx,
): Promise<Response | null> {
  const { pathname, searchParams } = new URL(request.url);
  const name = path.exec(pathname)?.[1];
  if (!name || request.method !== "GET") return null;
  const { metrics } = createCaller(ctx);
  const input = Object.fromEntries(searchParams) as Parameters<typeof metrics.kFactor>[0];
  try {
    const rows =
      name === "k"
        ? (await metrics.kFactor(input)).intakes
        : (await metrics[name as "invites"](input)).rows;
    return new Response(csvStream(rows), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const failure = toAppError(error);
    if (failure.status >= 500) ctx.log.error("csv failed", failure.cause ?? failure, { name });
    return errorResponse(failure, ctx.request.id);
  }
}
