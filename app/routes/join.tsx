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

export const meta: MetaFunction = () => [{ title: titled("Join") }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await unwrap(args, args.context.trpc.people.me());
  if (viewer.kind === "member") throw redirect("/home");
  return { returnTo: new URL(args.request.url).searchParams.get("returnTo") };
}

export async function action(args: ActionFunctionArgs): Promise<JoinState> {
  const form = await args.request.formData();
  const fields = fieldsOf(form);
  if (!isYearOfBirth(fields.birthYear, new Date().getUTCFullYear())) {
    return { step: "age", fields, problem: "Please type the four digits of the year, like 1999." };
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
