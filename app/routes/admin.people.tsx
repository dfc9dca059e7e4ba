/** `/admin/people`: an account is blocked, or that is lifted, for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockPage } from "#app/features/people/block-page.tsx";
import { AdminTabs } from "#app/features/shell/admin-tabs.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["blocking"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { items } = await unwrap(args, args.context.trpc.people.blocked());
  return { items, title: wordsFor(args, "blocking")("title") };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const email = String(form.get("email") ?? "");
  const blocked = form.get("deed") === "block";
  const doing = args.context.trpc.people.setBlocked({ email, blocked });
  const done = await attempt(args, doing, ["NOT_FOUND", "BAD_INPUT", "FORBIDDEN"]);
  if (done.status === "done") return { alias: done.value.alias, blocked, problem: null };
  const t = wordsFor(args, "blocking");
  const problem = t(done.code === "FORBIDDEN" ? "own_account" : "no_account");
  return { alias: null, blocked, problem };
}

export default function People() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <>
      <AdminTabs />
      <BlockPage items={items} done={useActionData<typeof action>() ?? null} />
    </>
  );
}
