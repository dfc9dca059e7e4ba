/** `/sign-out`: ends the session and leaves nothing of the person in the browser's storage. */
import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { unwrap } from "#app/trpc.ts";

export function loader() {
  return redirect("/");
}

export async function action(args: ActionFunctionArgs) {
  await unwrap(args, args.context.trpc.people.signOut());
  return redirect("/", { headers: { "Clear-Site-Data": '"cache", "storage"' } });
}
