/** `/admin/people`: an account is blocked, or that is lifted, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockPage } from "#app/features/people/block-page.tsx";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [{ title: titled("People") }];

export async function loader(args: LoaderFunctionArgs) {
  return unwrap(args, args.context.trpc.people.blocked());
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const email = String(form.get("email") ?? "");
  const blocked = form.get("deed") === "block";
  const doing = args.context.trpc.people.setBlocked({ email, blocked });
  const done = await attempt(args, doing, ["NOT_FOUND", "BAD_INPUT", "FORBIDDEN"]);
  if (done.status === "done") return { alias: done.value.alias, blocked, problem: null };
  const problem =
    done.code === "FORBIDDEN" ? "That is your own account." : "There is no such account.";
  return { alias: null, blocked, problem };
}

export default function People() {
  const loaded = useLoaderData<typeof loader>();
  return (
    <>
      <AdminTabs />
      <BlockPage {...loaded} done={useActionData<typeof action>() ?? null} />
    </>
  );
}
