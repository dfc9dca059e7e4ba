/** `/admin/events?name=&cursor=`: the live tail of events, for admins. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { EventsPage } from "#app/features/events/events-page.tsx";
import { readTail } from "#app/features/events/read-tail.ts";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Events") }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readTail(new URL(args.request.url).searchParams);
  const tail = await unwrap(args, args.context.trpc.events.list(asked));
  return { ...tail, name: asked.name ?? null, first: !asked.cursor, now: Date.now() };
}

export default function Events() {
  return (
    <>
      <AdminTabs />
      <EventsPage {...useLoaderData<typeof loader>()} />
    </>
  );
}
