/** `/inbox`: news for the person alone, and marking it as read. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { InboxPage } from "#app/features/inbox/inbox-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["inbox"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titled(data?.title ?? "") },
];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const list = await unwrap(args, args.context.trpc.inbox.list(cursor ? { cursor } : {}));
  return { ...list, now: Date.now(), title: wordsFor(args, "inbox")("title") };
}

export async function action(args: ActionFunctionArgs) {
  const until = Number((await args.request.formData()).get("until"));
  await unwrap(args, args.context.trpc.inbox.markRead({ until }));
  return redirect("/inbox", { status: 303 });
}

export default function Inbox() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
