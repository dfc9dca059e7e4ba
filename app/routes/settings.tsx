/** `/settings`: alias, account, choices, sign out. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
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
import { useWords } from "#app/words/use-words.ts";

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
  if (form.get("about") === "name") {
    const name = String(form.get("name") ?? "");
    const done = await attempt(args, args.context.trpc.people.setName({ name }), ["BAD_INPUT"]);
    return data({ kept: done.status === "done" });
  }
  const invisible = form.get("visibility") === "invisible";
  await unwrap(args, args.context.trpc.people.setVisibility({ invisible }));
  const chosen = form.get("theme");
  const theme = chosen === "light" || chosen === "dark" ? chosen : null;
  const headers = new Headers({ "Set-Cookie": themeCookie(theme) });
  headers.append("Set-Cookie", keysCookie(form.get("keys") === "off"));
  return data({ kept: true }, { headers });
}

export default function Settings() {
  const t = useWords("account");
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  useEffect(() => {
    if (done) say(t(done.kept ? "kept" : "bad_name"));
  }, [done, say, t]);
  return <SettingsPage {...loaded} />;
}
