/** `/settings`: alias, account, choices, sign out. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { SettingsPage } from "#app/features/people/settings-page.tsx";
import { keysAreOff, keysCookie } from "#app/features/shell/shortcuts.ts";
import { readTheme, themeCookie } from "#app/features/shell/theme.ts";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["account"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const account = await unwrap(args, args.context.trpc.people.account());
  const cookies = args.request.headers.get("cookie");
  const title = wordsFor(args, "account")("title");
  return { account, theme: readTheme(cookies), keysOff: keysAreOff(cookies), title };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const t = wordsFor(args, "account");
  const { people } = args.context.trpc;
  if (form.get("about") === "alias") {
    const done = await attempt(args, people.newAlias(), ["RATE_LIMITED", "UNAVAILABLE"]);
    // Without a script the frame knows the new name from the next request on.
    if (done.status === "done" && !form.has("awake")) throw redirect("/settings");
    if (done.status === "done") return data({ said: t("new_alias", done.value) });
    return data({ said: wordsFor(args, "shell")(`failure_${done.code}`) });
  }
  if (form.get("about") === "name") {
    const name = String(form.get("name") ?? "");
    const done = await attempt(args, people.setName({ name }), ["BAD_INPUT"]);
    return data({ said: t(done.status === "done" ? "kept" : "bad_name") });
  }
  const invisible = form.get("visibility") === "invisible";
  await unwrap(args, people.setVisibility({ invisible }));
  const chosen = form.get("theme");
  const theme = chosen === "light" || chosen === "dark" ? chosen : null;
  const headers = new Headers({ "Set-Cookie": themeCookie(theme) });
  headers.append("Set-Cookie", keysCookie(form.get("keys") === "off"));
  return data({ said: t("kept") }, { headers });
}

export default function Settings() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  useEffect(() => {
    if (done) say(done.said);
  }, [done, say]);
  return <SettingsPage {...loaded} />;
}
