/** `/admin/cohorts`: study groups and who teaches them, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { CohortsAdminPage } from "#app/features/cohorts/cohorts-admin-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { useWords } from "#app/words/use-words.ts";
import type { UserId } from "#shared/ids.ts";

export const handle = { words: ["admin", "adminPeople"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const listed = await unwrap(args, args.context.trpc.cohorts.forAdmin());
  return { ...listed, title: wordsFor(args, "admin")("tab_cohorts") };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const slug = String(form.get("slug") ?? "");
  const userId = String(form.get("userId") ?? "") as UserId;
  const named = form.get("named") === "yes";
  return unwrap(args, args.context.trpc.cohorts.setTutor({ slug, userId, named }));
}

export default function Cohorts() {
  const { cohorts } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  const t = useWords("adminPeople");
  useEffect(() => {
    if (done) say(t("kept"));
  }, [done, say, t]);
  return <CohortsAdminPage cohorts={cohorts} />;
}
