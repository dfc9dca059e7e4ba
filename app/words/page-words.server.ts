/** Which words a page is sent: the frame's and those its routes name, in the request's language. */
import type { EntryContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/cloudflare";
import { matchRoutes } from "@remix-run/react";
import { chooseLocale } from "#shared/words/choose-locale.ts";
import { dictionaries, localeOf, type Namespace } from "#shared/words/dictionaries.ts";
import type { Locale } from "#shared/words/locale.ts";
import { sayWords, type Words } from "./say.ts";
import type { PageWords, SentWords } from "./use-words.ts";

/** What a route says of itself: `export const handle = { words: ["deck"] } satisfies RouteHandle`. */
export interface RouteHandle {
  words?: readonly Namespace[];
  /** Shown without ways that lead away from it. */
  quiet?: boolean;
}

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** For loaders and actions: `wordsFor(args, "join")("bad_year")`. */
export function wordsFor<N extends Namespace>(
  { request }: Pick<LoaderFunctionArgs, "request">,
  namespace: N,
): Words<N> {
  const locale = localeOf(namespace, chooseLocale(request.headers));
  return sayWords(dictionaries[locale][namespace], locale);
}

/** All that a whole document shows. */
export function wordsOfDocument(request: Request, context: EntryContext): PageWords {
  const { matches } = context.staticHandlerContext;
  const handles = matches.map(({ route }) => context.routeModules[route.id]?.handle);
  const locale = chooseLocale(request.headers);
  return { locale, words: pick(locale, ["shell", ...namespacesOf(handles)]) };
}

/** What a page that comes without a new document adds; nothing where it asks for its data again. */
export function wordsToFollow({ request, context }: LoaderFunctionArgs): SentWords {
  if (!context.routes) return {};
  const { pathname } = new URL(request.url);
  if (pathOf(request.headers.get("referer")) === pathname) return {};
  const locale = chooseLocale(request.headers);
  return pick(locale, namespacesAt(context.routes, pathname));
}

function pick(locale: Locale, namespaces: readonly Namespace[]): SentWords {
  return Object.fromEntries(namespaces.map((name) => [name, dictionaries[locale][name]]));
}

function namespacesOf(handles: readonly unknown[]): Namespace[] {
  return handles.flatMap((handle) => (handle as RouteHandle | undefined)?.words ?? []);
}

/** What the routes at a path name in their handles. */
function namespacesAt(routes: ServerBuild["routes"], pathname: string): Namespace[] {
  const matches = matchRoutes(routesUnder(routes, undefined), pathname) ?? [];
  return namespacesOf(matches.map(({ route }) => route.handle));
}

function routesUnder(routes: ServerBuild["routes"], parentId: string | undefined): RouteObject[] {
  const own = Object.values(routes).filter((route) => route?.parentId === parentId);
  return own.flatMap((route) => {
    if (!route) return [];
    const { path, index, module } = route;
    if (index) return [{ path, index, handle: module.handle } as RouteObject];
    const children = routesUnder(routes, route.id);
    return [{ path, handle: module.handle, children } as RouteObject];
  });
}

/** Browsers send the whole address within a site. */
function pathOf(address: string | null): string | null {
  return address && URL.canParse(address) ? new URL(address).pathname : null;
}
