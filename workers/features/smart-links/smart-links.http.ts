/** GET /sl/:code: the plain address of a smart link. */
import { type Context, Hono } from "hono";
import type { RequestCtx } from "../../platform/context.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { linkPreview } from "./link-preview.http.ts";
import { openSmartLink, rememberTouch } from "./open-smart-link.ts";
import { hitKind, recordHit } from "./record-hit.ts";
import { recordMiss } from "./record-miss.ts";
import { readUtm } from "./utm.ts";

const headers = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
};
const htmlHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; img-src 'self'; frame-ancestors 'none'",
};

/** `makeContext` builds a context without a session: a link needs none. */
export function smartLinkRoutes(makeContext: (c: Context<DoorEnv>) => Promise<RequestCtx>) {
  const routes = new Hono<DoorEnv>();
  routes.get("/:code", async (c) => {
    c.set("route", "/sl/:code");
    const ctx = await makeContext(c);
    const opened = await openSmartLink(ctx, c.req.param("code"));
    if (opened.status === "unavailable") return answerMiss(ctx);
    const { link } = opened;
    const kind = hitKind(c.req.method, ctx.request.headers, ctx.request.bot);
    const utm = kind === "human" ? utmOf(c.req.url) : null;
    recordHit(ctx, link.linkId, kind, utm);
    if (kind !== "human") return page(200, linkPreview(ctx.config.APP_URL, link));
    await rememberTouch(ctx, link, utm);
    return redirect(opened.path, ctx.cookies.lines());
  });
  return routes;
}

function utmOf(url: string) {
  const query = url.indexOf("?");
  return query < 0 ? null : readUtm(new URLSearchParams(url.slice(query + 1)));
}

/** The same for whatever is not to be opened; somebody who guesses on is told to wait. */
async function answerMiss(ctx: RequestCtx): Promise<Response> {
  const miss = await recordMiss(ctx);
  if (miss.status === "counted") return redirect("/link-unavailable", []);
  const response = page(429, tooManyPage(miss.retryAfterS));
  response.headers.set("Retry-After", String(miss.retryAfterS));
  return response;
}

function redirect(path: string, cookies: readonly string[]): Response {
  const response = new Response(null, { status: 302, headers: { ...headers, Location: path } });
  for (const line of cookies) response.headers.append("Set-Cookie", line);
  return response;
}

function page(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...headers, ...htmlHeaders } });
}

function tooManyPage(retryAfterS: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>One moment, please</title></head>
<body><h1>One moment, please</h1><p>Many links that do not open were asked for from your network.
Try again in ${retryAfterS} s.</p><p><a href="/">To the start page</a></p></body></html>`;
}
