/** `/family`: a guardian's children, and what waits for the guardian. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FamilyPage } from "#app/features/people/family-page.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import type { Id } from "#shared/ids.ts";

export const handle = { words: ["family"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { people, microDecks, progress, friends } = args.context.trpc;
  const [family, results, practice, waiting] = await unwrap(
    args,
    Promise.all([
      people.family(),
      microDecks.familyResults(),
      progress.family(),
      friends.forGuardian(),
    ]),
  );
  const children = family.children.map((child) => ({
    ...child,
    results: results.items.filter((one) => one.child === child.child),
    practice: practice.items.find((one) => one.child === child.child) ?? null,
    friends: waiting.items.filter((one) => one.child === child.child),
    standing: waiting.friends.filter((one) => one.child === child.child),
  }));
  const title = wordsFor(args, "family")("title");
  return { children, joining: family.joining, now: Date.now(), title };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const done = await attempt(args, decide(args, form), ["NOT_FOUND", "BAD_INPUT"]);
  return { recorded: done.status === "done" && done.value.status !== "closed" };
}

function decide({ context }: ActionFunctionArgs, form: FormData): Promise<{ status: string }> {
  const { people, friends } = context.trpc;
  const child = String(form.get("child") ?? "");
  const given = form.get("answer");
  const answer = given === "consented" ? given : "declined";
  if (form.get("about") === "friend" && given === "ended") {
    return friends.endForChild({ id: String(form.get("id") ?? "") as Id<"friend"> });
  }
  if (form.get("about") === "friend") {
    return friends.answerForChild({ id: String(form.get("id") ?? "") as Id<"friend">, answer });
  }
  if (form.get("about") === "name") {
    return people.nameChild({ child, name: String(form.get("name") ?? "") });
  }
  if (form.get("about") === "joining") return people.answerJoining({ child, answer });
  return people.answerSharing({ child, answer: given === "withdrawn" ? given : answer });
}

export default function Family() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <FamilyPage {...loaded} recorded={done?.recorded ?? null} />;
}
