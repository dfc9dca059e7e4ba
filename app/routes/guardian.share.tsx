/** `/guardian/share?token=`: a guardian answers whether a child may share, and takes a yes back. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ShareAnswered, ShareRequestPage } from "#app/features/people/share-request-page.tsx";
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
const answers = ["consented", "declined", "withdrawn"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const token = new URL(args.request.url).searchParams.get("token") ?? "";
  const answer = await attempt(args, args.context.trpc.people.shareRequest({ token }), shown);
  return {
    token,
    title: wordsFor(args, "guardians")("share_title"),
    request: answer.status === "done" ? answer.value : { status: "closed" as const },
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const token = String(form.get("token") ?? "");
  const answer = answers.find((known) => known === form.get("answer")) ?? "declined";
  const answering = args.context.trpc.people.answerShareRequest({ token, answer });
  const done = await attempt(args, answering, shown);
  const recorded = done.status === "done" && done.value.status === "recorded";
  return { answer: recorded ? answer : ("closed" as const) };
}

export default function GuardianShare() {
  const { token, request } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done) return <ShareAnswered answer={done.answer} token={token} />;
  if (request.status === "closed") return <ShareAnswered answer="closed" token={token} />;
  const { childAlias, askedAt, status } = request;
  return (
    <ShareRequestPage
      token={token}
      childAlias={childAlias}
      askedAt={askedAt}
      allowed={status === "consented"}
    />
  );
}
