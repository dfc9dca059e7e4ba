/** `/admin/events?name=&cursor=`: the live tail of events, for admins. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { EventsPage } from "#app/features/events/events-page.tsx";
import { readTail } from "#app/features/events/read-tail.ts";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["admin", "adminOperations"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readTail(new URL(args.request.url).searchParams);
  const tail = await unwrap(args, args.context.trpc.events.list(asked));
  const shown = { name: asked.name ?? null, first: !asked.cursor, now: Date.now() };
  return { ...tail, ...shown, title: wordsFor(args, "admin")("tab_events") };
}

export default function Events() {
  return <EventsPage {...useLoaderData<typeof loader>()} />;
}
