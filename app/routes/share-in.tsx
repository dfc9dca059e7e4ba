/** `/share-in`: where the device's share sheet hands something to the app. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { ShareInPage } from "#app/features/offline/share-in-page.tsx";
import { findSharedPath } from "#app/features/offline/shared-link.ts";
import { titled } from "#app/ui/titled.ts";

export const meta: MetaFunction = () => [
  { title: titled("Shared with the app") },
  { name: "robots", content: "noindex" },
];

/** A link of ours goes through its own door, which counts it as it counts every other. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const shared = ["url", "text", "title"].map(
    (name) => searchParams.get(name)?.slice(0, 2_000) ?? "",
  );
  const path = findSharedPath(shared, context.appUrl);
  return path ? redirect(path) : null;
}

export default function ShareIn() {
  return <ShareInPage />;
}
