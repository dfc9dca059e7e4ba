/** Everything else: Remix pages, whose loaders and actions call the procedures in process. */
import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import { personHeader } from "#shared/kept-pages.ts";
// The built pages; `npm run build` makes them.
import * as build from "../build/server/index.js";
import { createCaller } from "./app-router.ts";
import type { RequestCtx } from "./platform/context.ts";
import { hmac, randomToken, toBase64Url } from "./platform/hmac.ts";
import { withCookies } from "./platform/http-door.ts";
import { contentSecurityPolicy } from "./platform/page-security.ts";

const handle = createRequestHandler(build as unknown as ServerBuild, "production");

export async function answerPage(request: Request, ctx: RequestCtx): Promise<Response> {
  const nonce = randomToken(16);
  const appUrl = ctx.config.APP_URL;
  const response = await handle(request, {
    trpc: createCaller(ctx),
    nonce,
    appUrl,
    requestId: ctx.request.id,
    reportError: (error) => ctx.log.error("page failed", error),
  });
  const answer = withCookies(response, ctx.cookies.lines());
  if (answer.headers.get("content-type")?.startsWith("text/html")) {
    answer.headers.set(
      "Content-Security-Policy",
      contentSecurityPolicy(nonce, appUrl.startsWith("https:")),
    );
  }
  answer.headers.set(personHeader, personKey(ctx));
  if (!answer.headers.has("Cache-Control"))
    answer.headers.set("Cache-Control", "private, no-store");
  return answer;
}

/** Says to the service worker whose page this is, and to nobody who it is. */
function personKey({ actor, config }: RequestCtx): string {
  if (actor.kind === "system") return "nobody";
  const who = actor.kind === "member" ? actor.userId : actor.visitorId;
  return toBase64Url(hmac(config.COOKIE_SECRET, `kept-pages.v1.${who}`)).slice(0, 16);
}
