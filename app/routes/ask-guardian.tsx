/** `/ask-guardian`: a minor asks whether links may leave Vel Tutor. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskGuardianPage } from "#app/features/people/ask-guardian-page.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Ask my guardian") }];

export async function loader(args: LoaderFunctionArgs) {
  const { shareConsent, minor } = await unwrap(args, args.context.trpc.people.account());
  return { allowed: shareConsent || !minor };
}

export async function action(args: ActionFunctionArgs) {
  const email = String((await args.request.formData()).get("guardianEmail") ?? "").trim();
  const asking = args.context.trpc.people.askShareConsent(email ? { guardianEmail: email } : {});
  const done = await attempt(args, asking, ["BAD_INPUT", "RATE_LIMITED", "UNAVAILABLE"]);
  if (done.status === "refused") {
    const [detail] = done.details;
    return { state: "refused" as const, words: detail?.message ?? done.message, email };
  }
  return { state: done.value.status, words: null, email };
}

export default function AskGuardian() {
  const { allowed } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <AskGuardianPage allowed={allowed} done={done ?? null} />;
}
