/** `/admin/deliveries`: dead letters, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { DeliveriesPage } from "#app/features/operations/deliveries-page.tsx";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import type { EventId } from "#shared/ids.ts";

export const meta: MetaFunction = () => [{ title: titled("Dead letters") }];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const { operations } = args.context.trpc;
  const page = await unwrap(args, operations.deadLetters(cursor ? { cursor } : {}));
  return { ...page, now: Date.now() };
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
  useEffect(() => {
    if (done) say("It is tried again within a minute.");
  }, [done, say]);
  return (
    <>
      <AdminTabs />
      <DeliveriesPage {...loaded} />
    </>
  );
}
