/** `/admin/experiments/:key`: the results of one experiment, and its next step, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ResultsPage } from "#app/features/experiments/results-page.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import type { RouteHandle } from "#app/words/page-words.server.ts";

export const handle = { words: ["admin", "adminExperiments"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const key = args.params["key"] ?? "";
  const results = await unwrap(args, args.context.trpc.experiments.results({ key }));
  return { results, title: results.experiment.key };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const { experiments } = args.context.trpc;
  const input = { key: args.params["key"] ?? "", version: Number(form.get("version")) };
  const steps = { start: experiments.start, pause: experiments.pause, stop: experiments.stop };
  const step = String(form.get("step")) as keyof typeof steps;
  const take = steps[step] ?? experiments.pause;
  const taken = await attempt(args, take(input), ["BAD_INPUT", "CONFLICT"]);
  return taken.status === "done" ? null : taken;
}

export default function Results() {
  const { results } = useLoaderData<typeof loader>();
  return <ResultsPage results={results} refusal={useActionData<typeof action>() ?? null} />;
}
