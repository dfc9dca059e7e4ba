/** `/ask-guardian`: a minor asks whether links may leave Vel Tutor. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskGuardianPage } from "#app/features/people/ask-guardian-page.tsx";
import { attempt, type Refusal, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["guardians"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { shareConsent, minor } = await unwrap(args, args.context.trpc.people.account());
  return { allowed: shareConsent || !minor, title: wordsFor(args, "guardians")("ask") };
}

export async function action(args: ActionFunctionArgs) {
  const email = String((await args.request.formData()).get("guardianEmail") ?? "").trim();
  const asking = args.context.trpc.people.askShareConsent(email ? { guardianEmail: email } : {});
  const done = await attempt(args, asking, ["BAD_INPUT", "RATE_LIMITED", "UNAVAILABLE"]);
  if (done.status === "refused") {
    return { state: "refused" as const, words: refusalWords(args, done), email };
  }
  return { state: done.value.status, words: null, email };
}

/** A refused address has a detail; without one it is the child's own. */
function refusalWords(args: ActionFunctionArgs, { code, details }: Refusal): string {
  const t = wordsFor(args, "guardians");
  if (code === "RATE_LIMITED") return t("asked_often");
  if (code !== "BAD_INPUT") return wordsFor(args, "shell")(`failure_${code}`);
  return details.length > 0 ? wordsFor(args, "people")("check_address") : t("not_your_own");
}

export default function AskGuardian() {
  const { allowed } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <AskGuardianPage allowed={allowed} done={done ?? null} />;
}
