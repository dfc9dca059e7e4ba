/** `/sign-in`: asks for an e-mail address. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForMail } from "#app/features/people/ask-for-mail.ts";
import { SignInPage } from "#app/features/people/sign-in-page.tsx";
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
  return { returnTo, title: wordsFor(args, "people")("sign_in") };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await askForMail(args, fieldsOf(await args.request.formData()));
  if (asked.status === "refused") return asked;
  throw redirect("/sign-in/check-mail");
}

export default function SignIn() {
  const { returnTo } = useLoaderData<typeof loader>();
  return <SignInPage returnTo={returnTo} refusal={useActionData<typeof action>() ?? null} />;
}
