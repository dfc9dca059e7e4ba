/** `/admin/held`: points that are held until an admin has looked at them. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { HeldPage } from "#app/features/leaderboards/held-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { useWords } from "#app/words/use-words.ts";
import type { Verdict } from "#shared/held-points.ts";
import type { EventId } from "#shared/ids.ts";

export const handle = { words: ["admin", "adminPeople"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const { leaderboards } = args.context.trpc;
  const page = await unwrap(args, leaderboards.held(cursor ? { cursor } : {}));
  return { ...page, now: Date.now(), title: wordsFor(args, "admin")("tab_held") };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const entryId = String(form.get("entryId") ?? "") as EventId;
  const verdict = String(form.get("verdict") ?? "") as Verdict;
  return unwrap(args, args.context.trpc.leaderboards.review({ entryId, verdict }));
}

export default function Held() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  const t = useWords("adminPeople");
  useEffect(() => {
    if (!done) return;
    if (done.status === "decided_before") say(t("decided_before"));
    else if (done.verdict === "released") say(t("released"));
    else say(t("rejected"));
  }, [done, say, t]);
  return <HeldPage {...loaded} />;
}
