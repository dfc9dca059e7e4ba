/** GET and HEAD /og/:hash.png: the picture of a share card. */
import { type Context, Hono } from "hono";
import type { CardFields } from "#shared/share-card.ts";
import { AppError } from "../../platform/app-error.ts";
import { parseEnv } from "../../platform/env.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { createLogger } from "../../platform/logger.ts";
import { cardAtHand, readCard } from "./read-card.ts";

/** A card's address names its contents: it never changes. */
const forever = "public, max-age=31536000, immutable";
/** How long the fallback stands in, in seconds: for a late card, and for an address of no card. */
const fallbackLifeS = { late: 60, unknown: 300 };
const fallbackPath = "/og/fallback.png";

/** The renderer is a module of its own, loaded by the first card that nobody has rendered yet. */
async function renderLazily(fields: CardFields): Promise<Uint8Array> {
  const { renderCard } = await import("./render-card.ts");
  return renderCard(fields);
}

/** `render` is replaced only to see what happens when it fails. */
export function shareCardRoutes(render = renderLazily) {
  const routes = new Hono<DoorEnv>();
  routes.get("/:file", async (c) => {
    c.set("route", "/og/:file");
    const atHand = cardAtHand(c.req.path);
    if (atHand) return image(atHand, 200, forever);
    const picture = await readCard(
      {
        bucket: parseEnv(c.env).CARDS,
        render,
        waitUntil: (work) => c.executionCtx.waitUntil(work),
        now: () => Date.now(),
        log: createLogger({ requestId: c.get("requestId") }),
      },
      c.req.path,
    );
    if (picture.status === "card") return image(picture.bytes, 200, forever);
    return fallback(c, picture.status);
  });
  return routes;
}

function image(bytes: Uint8Array | ArrayBuffer, status: number, caching: string) {
  return new Response(bytes as BodyInit, {
    status,
    headers: {
      "Content-Type": "image/png",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": caching,
      // Chats show the picture beside the link, from their own pages.
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}

/** The fallback's own bytes and no redirect: not every unfurler follows one for an image. */
async function fallback(c: Context<DoorEnv>, why: "late" | "unknown"): Promise<Response> {
  const { ASSETS, APP_URL } = parseEnv(c.env);
  const file = await ASSETS?.fetch(new URL(fallbackPath, APP_URL).href);
  if (!file?.ok) throw new AppError("UNAVAILABLE");
  const bytes = await file.arrayBuffer();
  return image(bytes, why === "late" ? 200 : 404, `public, max-age=${fallbackLifeS[why]}`);
}
