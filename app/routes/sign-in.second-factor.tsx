/** `/sign-in/second-factor?next=`: an admin gives the code of the app for this session. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { CodeField } from "#app/features/people/code-field.tsx";
import { codeProblem } from "#app/features/people/code-problem.ts";
import { Doorway } from "#app/features/people/doorway.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("Your code") }];

export async function loader(args: LoaderFunctionArgs) {
  const { state } = await unwrap(args, args.context.trpc.security.secondFactor());
  if (state === "off") throw redirect("/settings/second-factor");
  if (state === "given") throw redirect("/admin");
  return { next: new URL(args.request.url).searchParams.get("next") ?? "/admin" };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const code = String(form.get("code") ?? "");
  const returnTo = String(form.get("next") ?? "");
  const checking = args.context.trpc.security.checkSecondFactor({ code, returnTo });
  const answer = await attempt(args, checking, ["BAD_INPUT"]);
  if (answer.status === "done" && answer.value.status === "given") {
    throw redirect(answer.value.returnTo);
  }
  return { problem: codeProblem(answer) };
}

export default function SignInSecondFactor() {
  const { next } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const busy = useNavigation().state !== "idle";
  return (
    <Doorway
      title="One more code"
      lede="The admin pages need the code of your app. A recovery code works too."
    >
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="next" value={next} />
        <CodeField label="The code that the app shows now" problem={problem} />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {busy ? "One moment…" : "Go on"}
        </Button>
      </Form>
    </Doorway>
  );
}
