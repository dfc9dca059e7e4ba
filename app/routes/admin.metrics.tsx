/** `/admin/metrics?window=&loop=&persona=&subject=&variant=&from=&to=`: the metrics, for admins. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { MetricsPage } from "#app/features/metrics/metrics-page.tsx";
import { readFilters } from "#app/features/metrics/read-filters.ts";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["admin", "adminMetrics"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const filters = readFilters(new URL(args.request.url).searchParams);
  const { metrics } = args.context.trpc;
  const answers = Promise.all([
    metrics.kFactor(filters),
    metrics.funnel(filters),
    metrics.retention(filters),
    metrics.cost(filters),
    metrics.engagement(filters),
    metrics.guardrails(filters),
  ]);
  const [k, funnel, retention, cost, engagement, guardrails] = await unwrap(args, answers);
  const tables = { funnel: funnel.rows, retention: retention.rows, cost: cost.rows };
  const days = { engagement: engagement.rows, guardrails: guardrails.rows };
  const title = wordsFor(args, "admin")("tab_metrics");
  return { filters, k, ...tables, ...days, title };
}

export default function Metrics() {
  return <MetricsPage metrics={useLoaderData<typeof loader>()} />;
}
