/** `/sign-in/confirm?token=`: the page of the mailed link. A GET never signs in. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPage } from "#app/features/people/confirm-page.tsx";
import { attempt } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { quiet: true, words: ["people"] } satisfies RouteHandle;

/** The address holds the token: no other site may learn it. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data ? [{ title: titled(data.title) }] : []),
  { name: "referrer", content: "same-origin" },
];

export function loader(args: LoaderFunctionArgs) {
  const token = new URL(args.request.url).searchParams.get("token") ?? "";
  return { token, title: wordsFor(args, "people")("sign_in") };
}

export async function action(args: ActionFunctionArgs) {
  const token = String((await args.request.formData()).get("token") ?? "");
  const confirming = args.context.trpc.people.confirmSignIn({ token });
  const answer = await attempt(args, confirming, ["BAD_INPUT"]);
  if (answer.status === "refused" || answer.value.status !== "signed_in") return { expired: true };
  throw redirect(answer.value.returnTo);
}

export default function Confirm() {
  const { token } = useLoaderData<typeof loader>();
  return <ConfirmPage token={token} expired={useActionData<typeof action>()?.expired ?? false} />;
}
