/** `/share-in`: where the device's share sheet hands something to the app. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { ShareInPage } from "#app/features/offline/share-in-page.tsx";
import { findSharedPath } from "#app/features/offline/shared-link.ts";
import { titled } from "#app/ui/titled.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";

export const handle = { words: ["links"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data ? [{ title: titled(data.title) }] : []),
  { name: "robots", content: "noindex" },
];

/** A link of ours goes through its own door, which counts it as it counts every other. */
export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const shared = ["url", "text", "title"].map(
    (name) => searchParams.get(name)?.slice(0, 2_000) ?? "",
  );
  const path = findSharedPath(shared, args.context.appUrl);
  if (path) throw redirect(path);
  return { title: wordsFor(args, "links")("shared_in") };
}

export default function ShareIn() {
  return <ShareInPage />;
}
