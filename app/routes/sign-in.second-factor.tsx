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
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { useWords } from "#app/words/use-words.ts";

export const handle = { words: ["security"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { state } = await unwrap(args, args.context.trpc.security.secondFactor());
  if (state === "off") throw redirect("/settings/second-factor");
  if (state === "given") throw redirect("/admin");
  const next = new URL(args.request.url).searchParams.get("next") ?? "/admin";
  return { next, title: wordsFor(args, "security")("your_code") };
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
  return { problem: codeProblem(wordsFor(args, "security"), answer) };
}

export default function SignInSecondFactor() {
  const t = useWords("security");
  const { next } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const busy = useNavigation().state !== "idle";
  return (
    <Doorway title={t("one_more")} lede={t("one_more_lede")}>
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="next" value={next} />
        <CodeField label={t("code_now")} problem={problem} />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {t(busy ? "one_moment" : "go_on")}
        </Button>
      </Form>
    </Doorway>
  );
}
