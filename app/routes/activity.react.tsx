/** `POST /activity/react`: a reaction from a browser without JavaScript. */
import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { attempt } from "#app/trpc.ts";
import { reactionKinds } from "#shared/activity.ts";

/** Only pages that show a feed: never another site. */
function safeReturn(text: string): string {
  return /^\/(?:activity|home|cohort\/[a-z0-9-]{3,40})(?:\?[\w=&%.-]*)?$/.test(text)
    ? text
    : "/activity";
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const chosen = reactionKinds.find((kind) => kind === form.get("kind")) ?? null;
  const kind = chosen === form.get("yours") ? null : chosen;
  const id = String(form.get("id")) as `feed_${string}`;
  const reacting = args.context.trpc.activity.react({ id, kind });
  // What is gone meanwhile is gone on the page, too.
  await attempt(args, reacting, ["NOT_FOUND", "BAD_INPUT"]);
  return redirect(safeReturn(String(form.get("returnTo"))));
}

/** Whoever comes by address is shown the feed. */
export function loader() {
  return redirect("/activity");
}
