/** `/admin/metrics?window=&loop=&persona=&subject=&variant=&from=&to=`: the metrics, for admins. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { MetricsPage } from "#app/features/metrics/metrics-page.tsx";
import { readFilters } from "#app/features/metrics/read-filters.ts";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Metrics") }];

export async function loader(args: LoaderFunctionArgs) {
  const filters = readFilters(new URL(args.request.url).searchParams);
  const { metrics } = args.context.trpc;
  const answers = Promise.all([
    metrics.kFactor(filters),
    metrics.funnel(filters),
    metrics.retention(filters),
    metrics.cost(filters),
    metrics.guardrails(filters),
  ]);
  const [k, funnel, retention, cost, guardrails] = await unwrap(args, answers);
  const tables = { funnel: funnel.rows, retention: retention.rows, cost: cost.rows };
  return { filters, k, ...tables, guardrails: guardrails.rows };
}

export default function Metrics() {
  return (
    <>
      <AdminTabs />
      <MetricsPage metrics={useLoaderData<typeof loader>()} />
    </>
  );
}
