/** `/privacy`: what is kept of a person and why, for everybody. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { PrivacyPage } from "#app/features/privacy/privacy-page.tsx";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["privacy"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data ? [{ title: titled(data.title) }, { name: "description", content: data.lede }] : []),
];

export function loader(args: LoaderFunctionArgs) {
  const t = wordsFor(args, "privacy");
  return { title: t("title"), lede: t("lede") };
}

export default function Privacy() {
  return <PrivacyPage />;
}
