/** `/admin/deliveries`: dead letters, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { DeliveriesPage } from "#app/features/operations/deliveries-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { useWords } from "#app/words/use-words.ts";
import type { EventId } from "#shared/ids.ts";

export const handle = { words: ["admin", "adminOperations"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const { operations } = args.context.trpc;
  const page = await unwrap(args, operations.deadLetters(cursor ? { cursor } : {}));
  return { ...page, now: Date.now(), title: wordsFor(args, "adminOperations")("dead_title") };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const eventId = String(form.get("eventId") ?? "") as EventId;
  const feature = String(form.get("feature") ?? "");
  return unwrap(args, args.context.trpc.operations.retryDeadLetter({ eventId, feature }));
}

export default function Deliveries() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  const t = useWords("adminOperations");
  useEffect(() => {
    if (done) say(t("tried_again"));
  }, [done, say, t]);
  return <DeliveriesPage {...loaded} />;
}
