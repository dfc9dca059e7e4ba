/** `/admin/metrics?window=&loop=`: K, for admins. */
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
  return { view: await unwrap(args, args.context.trpc.metrics.kFactor(filters)) };
}

export default function Metrics() {
  return (
    <>
      <AdminTabs />
      <MetricsPage view={useLoaderData<typeof loader>().view} />
    </>
  );
}
