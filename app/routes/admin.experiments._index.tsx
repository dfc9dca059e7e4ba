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
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["admin", "adminExperiments"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const listed = await unwrap(args, args.context.trpc.experiments.list({}));
  return { ...listed, title: wordsFor(args, "admin")("tab_experiments") };
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
    <ExperimentsPage experiments={experiments} refusal={useActionData<typeof action>() ?? null} />
  );
}
