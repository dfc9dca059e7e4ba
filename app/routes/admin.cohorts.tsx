/** `/admin/cohorts`: study groups and who teaches them, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { CohortsAdminPage } from "#app/features/cohorts/cohorts-admin-page.tsx";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import type { UserId } from "#shared/ids.ts";

export const meta: MetaFunction = () => [{ title: titled("Study groups") }];

export async function loader(args: LoaderFunctionArgs) {
  return unwrap(args, args.context.trpc.cohorts.forAdmin());
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const slug = String(form.get("slug") ?? "");
  const userId = String(form.get("userId") ?? "") as UserId;
  const named = form.get("named") === "yes";
  return unwrap(args, args.context.trpc.cohorts.setTutor({ slug, userId, named }));
}

export default function Cohorts() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  useEffect(() => {
    if (done) say("Kept.");
  }, [done, say]);
  return (
    <>
      <AdminTabs />
      <CohortsAdminPage {...loaded} />
    </>
  );
}
