/** `/join`: the age question first, then persona and e-mail, then a guardian where one is needed. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForMail } from "#app/features/people/ask-for-mail.ts";
import { JoinPage } from "#app/features/people/join-page.tsx";
import { isYearOfBirth, type JoinState } from "#app/features/people/join-step.ts";
import { fieldsOf } from "#app/features/people/sign-in-request.ts";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["people"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await unwrap(args, args.context.trpc.people.me());
  if (viewer.kind === "member") throw redirect("/home");
  const returnTo = new URL(args.request.url).searchParams.get("returnTo");
  return { returnTo, title: wordsFor(args, "people")("join") };
}

export async function action(args: ActionFunctionArgs): Promise<JoinState> {
  const form = await args.request.formData();
  const fields = fieldsOf(form);
  if (!isYearOfBirth(fields.birthYear, new Date().getUTCFullYear())) {
    return {
      step: "age",
      fields,
      problem: wordsFor(args, "people")("bad_year", { example: "1999" }),
    };
  }
  if (form.get("step") === "age") return { step: "about", fields };
  const asked = await askForMail(args, fields);
  if (asked.status === "refused") {
    const step = fields.guardianEmail ? "guardian" : "about";
    return { step, fields, problem: asked.message };
  }
  if (asked.status === "guardian_needed") return { step: "guardian", fields };
  throw redirect("/sign-in/check-mail");
}

export default function Join() {
  const { returnTo } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <JoinPage
      state={state ?? { step: "age", fields: returnTo ? { returnTo } : {} }}
      resultWaits={returnTo?.startsWith("/results/") ?? false}
    />
  );
}
