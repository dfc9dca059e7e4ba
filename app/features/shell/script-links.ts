/** Tells the browser with the first byte which scripts the page will need. */
import type { EntryContext } from "@remix-run/cloudflare";

interface Loaded {
  module: string;
  imports?: string[] | undefined;
}

/**
 * The `Link` values for entry, root and the routes that are shown. They carry the nonce: under our
 * policy the browser refuses the preloads that Remix writes into the page, which have none, and
 * would find the scripts only at the page's end.
 */
export function scriptLinks(
  { manifest, staticHandlerContext }: Pick<EntryContext, "manifest" | "staticHandlerContext">,
  nonce: string,
): string[] {
  const routes = staticHandlerContext.matches.map(({ route }) => manifest.routes[route.id]);
  const parts: (Loaded | undefined)[] = [manifest.entry, ...routes];
  const paths = parts.flatMap((part) => (part ? [part.module, ...(part.imports ?? [])] : []));
  return [...new Set(paths)].map((path) => `<${path}>; rel="modulepreload"; nonce="${nonce}"`);
}
