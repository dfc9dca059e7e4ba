/** `/admin/experiments`: all experiments, and a new one, for admins. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExperimentsPage } from "#app/features/experiments/experiments-page.tsx";
import { readDraft } from "#app/features/experiments/read-draft.ts";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Experiments") }];

export async function loader(args: LoaderFunctionArgs) {
  return unwrap(args, args.context.trpc.experiments.list({}));
}

export async function action(args: ActionFunctionArgs) {
  const draft = readDraft(await args.request.formData());
  const made = await attempt(args, args.context.trpc.experiments.create(draft), [
    "BAD_INPUT",
    "CONFLICT",
  ]);
  return made.status === "done" ? redirect(`/admin/experiments/${made.value.key}`) : made;
}

export default function Experiments() {
  const { experiments } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminTabs />
      <ExperimentsPage experiments={experiments} refusal={useActionData<typeof action>() ?? null} />
    </>
  );
}
