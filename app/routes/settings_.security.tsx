/** `/settings/security`: sessions, passkeys, the app of admins, tokens. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { SecurityPage } from "#app/features/people/security-page.tsx";
import type { TokenAnswer } from "#app/features/people/tokens-card.tsx";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import type { Id } from "#shared/ids.ts";
import { tokenScopes } from "#shared/token-scopes.ts";

export const handle = { words: ["people", "security"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const security = await unwrap(args, args.context.trpc.security.overview());
  return { security, now: Date.now(), title: wordsFor(args, "security")("title") };
}

interface Done {
  said?: string;
  answer?: TokenAnswer;
}

export async function action(args: ActionFunctionArgs): Promise<Done> {
  const form = await args.request.formData();
  const { security } = args.context.trpc;
  const t = wordsFor(args, "security");
  const id = (name: string) => String(form.get(name) ?? "");
  switch (form.get("deed")) {
    case "revoke-session":
      await unwrap(args, security.revokeSession({ sessionId: id("sessionId") as Id<"sess"> }));
      return { said: t("said_session") };
    case "revoke-others":
      await unwrap(args, security.revokeOtherSessions());
      return { said: t("said_others") };
    case "revoke-passkey":
      await unwrap(args, security.revokePasskey({ passkeyId: id("passkeyId") as Id<"pkey"> }));
      return { said: t("said_passkey") };
    case "revoke-token":
      await unwrap(args, security.revokeToken({ tokenId: id("tokenId") as Id<"pat"> }));
      return { said: t("said_token") };
    default:
      return { answer: await createToken(args, form) };
  }
}

async function createToken(args: ActionFunctionArgs, form: FormData): Promise<TokenAnswer> {
  const chosen = form.getAll("scope");
  const wish = {
    name: String(form.get("name") ?? ""),
    scopes: tokenScopes.filter((scope) => chosen.includes(scope)),
    days: Number(form.get("days")),
  };
  const creating = args.context.trpc.security.createToken(wish);
  const made = await attempt(args, creating, ["BAD_INPUT", "CONFLICT"]);
  if (made.status === "done") return { token: made.value.token };
  const problem = made.code === "CONFLICT" ? "token_many" : "token_incomplete";
  return { problem: wordsFor(args, "security")(problem) };
}

export default function SettingsSecurity() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  useEffect(() => {
    if (done?.said) say(done.said);
  }, [done, say]);
  return <SecurityPage {...loaded} answer={done?.answer ?? null} />;
}
