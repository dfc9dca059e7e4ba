/** `/friends`: a person's friends, and who asks. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type DeedOutcome, readDeed } from "#app/features/friends/friend-deed.ts";
import { FriendsPage } from "#app/features/friends/friends-page.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["friends"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const list = await unwrap(args, args.context.trpc.friends.list(cursor ? { cursor } : {}));
  return { ...list, title: wordsFor(args, "friends")("title"), now: Date.now() };
}

/** A pair that is over in the meantime is no failure: the page shows how things are. */
export async function action(args: ActionFunctionArgs) {
  const { friends } = args.context.trpc;
  const deed = readDeed(await args.request.formData());
  const doing: Promise<{ status: DeedOutcome }> =
    deed.kind === "ask"
      ? friends.ask(deed.input)
      : deed.kind === "remove"
        ? friends.remove(deed.input)
        : friends.answer(deed.input);
  const done = await attempt(args, doing, ["NOT_FOUND", "BAD_INPUT", "RATE_LIMITED"]);
  if (done.status === "refused") {
    const words = wordsFor(args, "shell")(`failure_${done.code}`);
    return { outcome: "refused" as const, words };
  }
  return { outcome: done.value.status, words: null };
}

export default function Friends() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <FriendsPage {...loaded} done={done ?? null} />;
}
