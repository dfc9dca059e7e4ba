/** `/admin/flags`: switches for admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FlagsPage } from "#app/features/experiments/flags-page.tsx";
import { shareBp } from "#app/features/experiments/read-draft.ts";
import { attempt, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["admin", "adminExperiments"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const listed = await unwrap(args, args.context.trpc.flags.list({}));
  return { ...listed, title: wordsFor(args, "admin")("tab_flags") };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const taken = await attempt<unknown>(args, takeStep(args, form), ["BAD_INPUT", "CONFLICT"]);
  return taken.status === "done" ? null : taken;
}

async function takeStep(args: ActionFunctionArgs, form: FormData): Promise<unknown> {
  const { flags } = args.context.trpc;
  const key = String(form.get("key") ?? "");
  const step = form.get("step");
  if (step === "kill") return flags.kill({ key, reason: String(form.get("reason") ?? "") });
  if (step === "create") return flags.set(newFlag(key, form));
  const flag = (await flags.list({})).flags.find((each) => each.key === key);
  if (!flag) return null;
  const { version, description, kind, defaultValue, offValue, rules } = flag;
  const same = { key, version, description, kind, defaultValue, offValue, rules };
  return flags.set({ ...same, enabled: true });
}

function newFlag(key: string, form: FormData) {
  const percentBp = shareBp(String(form.get("percent") ?? ""));
  return {
    key,
    description: String(form.get("description") ?? ""),
    kind: "boolean" as const,
    enabled: true,
    defaultValue: false,
    offValue: false,
    rules: [{ ruleId: "share", percentBp, value: true }],
  };
}

export default function Flags() {
  const { flags } = useLoaderData<typeof loader>();
  return <FlagsPage flags={flags} refusal={useActionData<typeof action>() ?? null} />;
}
