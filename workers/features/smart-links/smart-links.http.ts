/** GET /sl/:code: the plain address of a smart link. */
import type { VisitCtx } from "../../platform/context.ts";
import type { EdgeAnswer } from "../../platform/edge-door.ts";
import { RecentMap } from "../../platform/recent-map.ts";
import { linkPreview } from "./link-preview.http.ts";
import { type OpenedLink, openSmartLink, rememberTouch } from "./open-smart-link.ts";
import { hitKind, recordHit } from "./record-hit.ts";
import { recordMiss } from "./record-miss.ts";
import { readUtm } from "./utm.ts";

const redirectHeaders = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
};
const pageHeaders = {
  ...redirectHeaders,
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; img-src 'self'; frame-ancestors 'none'",
};

/** As many as there are popular destinations, by far. */
const places = new RecentMap<Readonly<Record<string, string>>>(1_000);
const nothing = {};
const noCookies: readonly string[] = [];

const prefix = "/sl/";

/** What is asked of a smart link; each part is read once, because the runtime makes it anew. */
export interface LinkRequest {
  method: "GET" | "HEAD";
  /** What stands for the code: any text. */
  text: string;
  /** With its question mark, or empty. */
  query: string;
}

/** The parts of a request that only reads `/sl/…`; null for any other request. */
export function readLinkRequest(request: Pick<Request, "method" | "url">): LinkRequest | null {
  const { url } = request;
  const at = url.indexOf("/", "https://".length);
  if (!url.startsWith(prefix, at)) return null;
  const { method } = request;
  if (method !== "GET" && method !== "HEAD") return null;
  const end = url.indexOf("?", at);
  const text = url.slice(at + prefix.length, end < 0 ? undefined : end);
  if (text === "" || text.includes("/")) return null;
  return { method, text: decoded(text), query: end < 0 ? "" : url.slice(end) };
}

function decoded(text: string): string {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/** `ctx` is without a session: a link needs none. */
export function answerSmartLink(
  ctx: VisitCtx,
  request: LinkRequest,
): EdgeAnswer | Promise<EdgeAnswer> {
  const opened = openSmartLink(ctx, request.text);
  if (!(opened instanceof Promise)) return answerOpened(ctx, request, opened);
  return opened.then((known) => answerOpened(ctx, request, known));
}

function answerOpened(ctx: VisitCtx, request: LinkRequest, opened: OpenedLink): EdgeAnswer {
  if (opened.status === "unavailable") return answerMiss(ctx);
  const { link } = opened;
  const kind = hitKind(request.method, ctx.request.headers, ctx.request.bot);
  const utm =
    kind === "human" && request.query ? readUtm(new URLSearchParams(request.query)) : null;
  recordHit(ctx, link.linkId, kind, utm);
  if (kind !== "human") {
    const body = linkPreview(ctx.config.APP_URL, link);
    return { status: 200, headers: pageHeaders, body, own: nothing, cookies: noCookies };
  }
  rememberTouch(ctx, link, utm);
  return redirect(opened.path, ctx.cookies.lines());
}

/** The same for whatever is not to be opened; somebody who guesses on is told to wait. */
function answerMiss(ctx: VisitCtx): EdgeAnswer {
  const miss = recordMiss(ctx);
  if (miss.status === "counted") return redirect("/link-unavailable", noCookies);
  const own = { "Retry-After": String(miss.retryAfterS) };
  const body = tooManyPage(miss.retryAfterS);
  return { status: 429, headers: pageHeaders, body, own, cookies: noCookies };
}

function redirect(path: string, cookies: readonly string[]): EdgeAnswer {
  return { status: 302, headers: headersTo(path), body: null, own: nothing, cookies };
}

/** Most links lead to few places: their headers are made once, because each one set costs time. */
function headersTo(path: string): Readonly<Record<string, string>> {
  let headers = places.get(path);
  if (!headers) {
    headers = { ...redirectHeaders, Location: path };
    places.set(path, headers);
  }
  return headers;
}

function tooManyPage(retryAfterS: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>One moment, please</title></head>
<body><h1>One moment, please</h1><p>Many links that do not open were asked for from your network.
Try again in ${retryAfterS} s.</p><p><a href="/">To the start page</a></p></body></html>`;
}
