/** GET /sl/:code: the plain address of a smart link. */
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { cardPath, cardSize } from "#shared/share-card.ts";
import { cardAlt } from "#shared/share-card-words.ts";
import type { RequestCtx } from "../../platform/context.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { linkCard } from "./link-card.ts";
import { openSmartLink, rememberTouch } from "./open-smart-link.ts";
import { hitKind, recordHit } from "./record-hit.ts";
import type { SmartLink } from "./smart-link.ts";

const headers = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
};

/** `makeContext` builds a context without a session: a link needs none. */
export function smartLinkRoutes(makeContext: (c: Context<DoorEnv>) => Promise<RequestCtx>) {
  const routes = new Hono<DoorEnv>();
  routes.get("/:code", async (c) => {
    c.set("route", "/sl/:code");
    const ctx = await makeContext(c);
    const opened = await openSmartLink(ctx, c.req.param("code"));
    if (opened.status === "unavailable") return redirect(ctx, "/link-unavailable");
    const kind = hitKind(c.req.method, ctx.request.headers, ctx.request.bot);
    recordHit(ctx, opened.link.linkId, kind);
    if (kind !== "human") return preview(ctx, opened.link);
    await rememberTouch(ctx, opened.link);
    return redirect(ctx, opened.path);
  });
  return routes;
}

function redirect(ctx: RequestCtx, path: string): Response {
  const response = new Response(null, { status: 302, headers: { ...headers, Location: path } });
  for (const line of ctx.cookies.lines()) response.headers.append("Set-Cookie", line);
  return response;
}

/** What unfurlers see: no cookie, nothing of a person. */
function preview(ctx: RequestCtx, link: SmartLink): Response {
  const url = `${ctx.config.APP_URL}/sl/${link.code}`;
  const card = linkCard(link);
  const image = ctx.config.APP_URL + cardPath(card);
  const title = "A challenge from a study buddy";
  const text = "Five quick questions. No account needed. Can you beat the score?";
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="description" content="${text}"><meta property="og:type" content="website">
<meta property="og:title" content="${title}"><meta property="og:description" content="${text}">
<meta property="og:url" content="${url}"><meta property="og:site_name" content="Vel Tutor">
<meta property="og:image" content="${image}"><meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${cardSize.width}"><meta property="og:image:height" content="${cardSize.height}">
<meta property="og:image:alt" content="${cardAlt(card)}"><meta name="twitter:image" content="${image}">
<meta name="twitter:image:alt" content="${cardAlt(card)}">
<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="${title}">
<meta name="twitter:description" content="${text}"></head>
<body><h1>${title}</h1><p>${text}</p></body></html>`;
  return new Response(String(page), {
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
