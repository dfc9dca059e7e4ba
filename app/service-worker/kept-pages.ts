/** Pages as they were last seen, of one person, for the time without a network. */
import { NetworkFirst } from "workbox-strategies/NetworkFirst.js";
import { keptAttribute, personHeader } from "#shared/kept-pages.ts";
import { expire } from "./expire.ts";
import { cacheNames, forgetAlso, meetPerson, timesForgotten } from "./kept-person.ts";

const keptAtHeader = "X-Kept-At";
/** A slow network is given this long before the page as last seen is shown. */
const patienceS = 5;
/** How old a kept page may grow while its data is asked for alone, in milliseconds. */
const freshMs = 10 * 60_000;

const expiration = expire({ maxEntries: 60, maxAgeSeconds: 7 * 24 * 3600 });
forgetAlso(async () => {
  await expiration.deleteCacheAndMetadata();
  await caches.delete(cacheNames.pages);
});

export const keptPages = new NetworkFirst({
  cacheName: cacheNames.pages,
  networkTimeoutSeconds: patienceS,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      handlerWillStart: async ({ state }) => {
        if (state) state["begun"] = timesForgotten();
      },
      fetchDidSucceed: async ({ response }) => {
        const key = response.headers.get(personHeader);
        if (key) await meetPerson(key);
        return response;
      },
      cacheWillUpdate: async ({ response, state }) => {
        if (response.status !== 200 || !response.headers.has(personHeader)) return null;
        // Asked for before everything was forgotten: it may be of the person who left.
        return state?.["begun"] === timesForgotten() ? stamped(response) : null;
      },
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse && request.mode === "navigate" ? asKept(cachedResponse) : cachedResponse,
    },
    expiration,
  ],
});

function stamped(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(keptAtHeader, String(Date.now()));
  return new Response(response.body, { status: 200, headers });
}

/** The page says of itself that it is not of now. */
async function asKept(response: Response): Promise<Response> {
  const at = Number(response.headers.get(keptAtHeader));
  const html = await response.text();
  const marked = html.replace("<html ", `<html ${keptAttribute}="${at}" `);
  return new Response(marked, { headers: response.headers });
}

/** Keeps the page itself where only its data was asked for. Never rejects. */
export async function keepWhole(path: string, event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(cacheNames.pages);
  const known = await cache.match(path, { ignoreVary: true });
  const at = Number(known?.headers.get(keptAtHeader) ?? 0);
  if (Date.now() - at < freshMs) return;
  const request = new Request(path, { headers: { Accept: "text/html" } });
  const [response, done] = keptPages.handleAll({ event, request });
  await Promise.all([response, done]).catch(() => {});
}

interface KeptPage {
  path: string;
  title: string;
  /** The language it is in. */
  lang: string | null;
  at: number;
}

/** What is kept, newest first. */
export async function listKeptPages(): Promise<KeptPage[]> {
  const cache = await caches.open(cacheNames.pages);
  const requests = (await cache.keys()).filter(
    ({ url }) => !new URL(url).pathname.endsWith(".data"),
  );
  const pages = await Promise.all(
    requests.map(async (request) => {
      const response = await cache.match(request, { ignoreVary: true });
      const { pathname, search } = new URL(request.url);
      const html = (await response?.text()) ?? "";
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? pathname;
      const lang = /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? null;
      const at = Number(response?.headers.get(keptAtHeader));
      return { path: pathname + search, title, lang, at };
    }),
  );
  return pages.sort((a, b) => b.at - a.at);
}
