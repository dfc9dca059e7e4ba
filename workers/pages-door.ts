/** Everything else: Remix pages, whose loaders and actions call the procedures in process. */
import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import { personHeader } from "#shared/kept-pages.ts";
// The built pages; `npm run build` makes them.
import * as build from "../build/server/index.js";
import { createCaller } from "./app-router.ts";
import type { RequestCtx } from "./platform/context.ts";
import { hmac, randomToken, toBase64Url } from "./platform/hmac.ts";
import { withCookies } from "./platform/http-door.ts";
import { addPageHeaders } from "./platform/page-security.ts";

const pages = build as unknown as ServerBuild;
const handle = createRequestHandler(pages, "production");

export async function answerPage(request: Request, ctx: RequestCtx): Promise<Response> {
  const nonce = randomToken(16);
  const appUrl = ctx.config.APP_URL;
  const response = await handle(request, {
    trpc: createCaller(ctx),
    nonce,
    appUrl,
    requestId: ctx.request.id,
    routes: isDataRequest(request) ? pages.routes : null,
    reportError: (error) => ctx.log.error("page failed", error),
  });
  const answer = withCookies(response, ctx.cookies.lines());
  if (answer.headers.get("content-type")?.startsWith("text/html")) {
    addPageHeaders(answer.headers, nonce, appUrl);
  }
  answer.headers.set(personHeader, personKey(ctx));
  if (!answer.headers.has("Cache-Control"))
    answer.headers.set("Cache-Control", "private, no-store");
  return answer;
}

/** What Remix's browser part asks for instead of a whole document. */
function isDataRequest(request: Request): boolean {
  return new URL(request.url).pathname.endsWith(".data");
}

/** Says to the service worker whose page this is, and to nobody who it is. */
function personKey({ actor, config }: RequestCtx): string {
  if (actor.kind === "system") return "nobody";
  const who = actor.kind === "member" ? actor.userId : actor.visitorId;
  return toBase64Url(hmac(config.COOKIE_SECRET, `kept-pages.v1.${who}`)).slice(0, 16);
}
