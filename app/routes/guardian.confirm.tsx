/** `/guardian/confirm?token=`: a guardian reads what is asked, and answers. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GuardianAnswered, GuardianPage } from "#app/features/people/guardian-page.tsx";
import { attempt } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { quiet: true, words: ["guardians"] } satisfies RouteHandle;

/** The address holds the token: no other site may learn it. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data ? [{ title: titled(data.title) }] : []),
  { name: "referrer", content: "same-origin" },
];

/** A token that cannot be one reads as a question that is closed. */
const shown = ["BAD_INPUT", "NOT_FOUND"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const token = new URL(args.request.url).searchParams.get("token") ?? "";
  const asking = args.context.trpc.people.guardianRequest({ token });
  const answer = await attempt(args, asking, shown);
  return {
    token,
    title: wordsFor(args, "guardians")("title"),
    request: answer.status === "done" ? answer.value : { status: "closed" as const },
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const token = String(form.get("token") ?? "");
  const answer = form.get("answer") === "consented" ? "consented" : "declined";
  const answering = args.context.trpc.people.answerGuardianRequest({
    token,
    answer,
    allowSharing: form.get("allowSharing") === "yes",
  });
  const recorded = await attempt(args, answering, shown);
  if (recorded.status === "done" && recorded.value.status === "recorded")
    return { answer } as const;
  return { answer: "closed" } as const;
}

export default function GuardianConfirm() {
  const { token, request } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done) return <GuardianAnswered answer={done.answer} />;
  if (request.status === "closed") return <GuardianAnswered answer="closed" />;
  return <GuardianPage token={token} childAlias={request.childAlias} askedAt={request.askedAt} />;
}
