/** `/settings/second-factor`: an admin sets up the app whose codes open the admin pages. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeProblem } from "#app/features/people/code-problem.ts";
import { type FactorStep, SecondFactorPage } from "#app/features/people/second-factor-page.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["security"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const view = await unwrap(args, args.context.trpc.security.secondFactor());
  return { view, title: wordsFor(args, "security")("factor") };
}

export async function action(args: ActionFunctionArgs): Promise<FactorStep> {
  const form = await args.request.formData();
  const { security } = args.context.trpc;
  const code = String(form.get("code") ?? "");
  const t = wordsFor(args, "security");
  switch (form.get("deed")) {
    case "confirm": {
      // Only the browser still has them: they are shown again after a wrong code.
      const shown = { secret: String(form.get("secret")), uri: String(form.get("uri")) };
      const answer = await attempt(args, security.confirmSecondFactor({ code }), ["BAD_INPUT"]);
      if (answer.status === "done" && answer.value.status === "enrolled") {
        return { step: "codes", recoveryCodes: answer.value.recoveryCodes };
      }
      return { step: "scan", ...shown, problem: codeProblem(t, answer) };
    }
    case "revoke": {
      const answer = await attempt(args, security.revokeSecondFactor({ code }), ["BAD_INPUT"]);
      if (answer.status === "done" && answer.value.status === "revoked") return { step: "off" };
      return { step: "on", problem: codeProblem(t, answer) };
    }
    default:
      return { step: "scan", ...(await unwrap(args, security.startSecondFactor())) };
  }
}

export default function SecondFactor() {
  const { view } = useLoaderData<typeof loader>();
  return <SecondFactorPage view={view} step={useActionData<typeof action>() ?? null} />;
}
