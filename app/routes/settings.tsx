/** `/settings`: alias, account, theme, sign out. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { SettingsPage } from "#app/features/people/settings-page.tsx";
import { KeysCard } from "#app/features/shell/keys-card.tsx";
import { keysAreOff, keysCookie } from "#app/features/shell/shortcuts.ts";
import { readTheme, themeCookie } from "#app/features/shell/theme.ts";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import type { RouteHandle } from "#app/words/page-words.server.ts";

export const handle = { words: ["keys"] } satisfies RouteHandle;

export const meta: MetaFunction = () => [{ title: titled("You") }];

export async function loader(args: LoaderFunctionArgs) {
  const account = await unwrap(args, args.context.trpc.people.account());
  const cookies = args.request.headers.get("cookie");
  return { account, theme: readTheme(cookies), keysOff: keysAreOff(cookies) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  if (form.get("about") === "visibility") {
    const invisible = form.get("visibility") === "invisible";
    await unwrap(args, args.context.trpc.people.setVisibility({ invisible }));
    return data({ kept: true });
  }
  if (form.get("about") === "name") {
    const name = String(form.get("name") ?? "");
    const done = await attempt(args, args.context.trpc.people.setName({ name }), ["BAD_INPUT"]);
    return data({ kept: done.status === "done" });
  }
  if (form.get("about") === "keys") {
    const headers = { "Set-Cookie": keysCookie(form.get("keys") === "off") };
    return data({ kept: true }, { headers });
  }
  const chosen = form.get("theme");
  const theme = chosen === "light" || chosen === "dark" ? chosen : null;
  return data({ kept: true }, { headers: { "Set-Cookie": themeCookie(theme) } });
}

export default function Settings() {
  const { keysOff, ...loaded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  useEffect(() => {
    if (done) say(done.kept ? "Kept." : "A name is made of letters.");
  }, [done, say]);
  return <SettingsPage {...loaded} keys={<KeysCard off={keysOff} />} />;
}
