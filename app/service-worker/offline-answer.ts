/** Answers what can neither be fetched nor was kept. */
import { listKeptPages } from "./kept-pages.ts";
import { listOpenRuns } from "./kept-runs.ts";
import { pagePath } from "./kinds.ts";
import { offlinePage } from "./offline-page.ts";
import { offlineWords } from "./offline-words.ts";
import { goToPage } from "./turbo-lines.ts";
import { scope } from "./worker-scope.ts";

async function offlineAnswer(url: string): Promise<Response> {
  const nonce = crypto.randomUUID();
  const [pages, runs, theme] = await Promise.all([listKeptPages(), listOpenRuns(), chosenTheme()]);
  const decks = runs.map(({ path, run }) => ({
    path,
    title: pages.find((page) => page.path === path)?.title ?? path,
    answered: run.answered.length,
    total: run.total,
  }));
  const { pathname, search } = new URL(url);
  const t = offlineWords([pages[0]?.lang, ...scope.navigator.languages]);
  const asked = pathname + search;
  const html = offlinePage({ asked, pages, decks, now: Date.now(), nonce, theme }, t);
  return new Response(html, {
    status: 503,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; base-uri 'none'; form-action 'none'`,
    },
  });
}

/** Not every browser shows a worker the cookies: there the device decides. */
async function chosenTheme(): Promise<"light" | "dark" | null> {
  const cookie = await scope.cookieStore?.get("theme").catch(() => null);
  return cookie?.value === "light" || cookie?.value === "dark" ? cookie.value : null;
}

/** For a page the offline page; for a page's data the way to the page. */
export async function fallback(request: Request, event: unknown): Promise<Response> {
  if (request.mode === "navigate") return offlineAnswer(request.url);
  const url = new URL(request.url);
  const clientId = (event as { clientId?: string } | undefined)?.clientId;
  const page = clientId ? await scope.clients.get(clientId) : undefined;
  // A page that only looks for news of itself stays as it is.
  if (!page || new URL(page.url).pathname === pagePath(url)) return Response.error();
  url.searchParams.delete("_routes");
  return goToPage(pagePath(url) + url.search);
}
