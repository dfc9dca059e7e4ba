/** `/sign-in/check-mail`: takes the 6-digit code, or sends the mail again. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForMail } from "#app/features/people/ask-for-mail.ts";
import { type CheckMailOutcome, CheckMailPage } from "#app/features/people/check-mail-page.tsx";
import { fieldsOf } from "#app/features/people/sign-in-request.ts";
import { attempt } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["people"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export function loader(args: LoaderFunctionArgs) {
  const { hostname } = new URL(args.context.appUrl);
  const local = ["localhost", "127.0.0.1"].includes(hostname);
  return { local, title: wordsFor(args, "people")("check_mail") };
}

export async function action(args: ActionFunctionArgs): Promise<CheckMailOutcome> {
  const form = await args.request.formData();
  return form.get("step") === "again" ? sendAgain(args, form) : confirmCode(args, form);
}

async function sendAgain(args: ActionFunctionArgs, form: FormData): Promise<CheckMailOutcome> {
  const asked = await askForMail(args, fieldsOf(form));
  if (asked.status === "refused") return { outcome: "not_sent", message: asked.message };
  if (asked.status === "guardian_needed") throw redirect("/join");
  return { outcome: "sent_again" };
}

async function confirmCode(args: ActionFunctionArgs, form: FormData): Promise<CheckMailOutcome> {
  const code = String(form.get("code") ?? "").trim();
  const { people } = args.context.trpc;
  const answer = await attempt(args, people.confirmSignIn({ code }), ["BAD_INPUT", "RATE_LIMITED"]);
  if (answer.status === "refused") {
    if (answer.code === "BAD_INPUT") return { outcome: "wrong_code" };
    return { outcome: "expired", message: wordsFor(args, "shell")("failure_RATE_LIMITED") };
  }
  if (answer.value.status !== "signed_in") return { outcome: answer.value.status };
  throw redirect(answer.value.returnTo);
}

export default function CheckMail() {
  const { local } = useLoaderData<typeof loader>();
  return <CheckMailPage local={local} outcome={useActionData<typeof action>() ?? null} />;
}
