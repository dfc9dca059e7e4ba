/** The pictures of share cards, rendered in workerd: form, caching, storage, and what stands in. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { newId } from "#shared/ids.ts";
import { type CardFields, cardPath, cardSize, plainCard } from "#shared/share-card.ts";
import { tokenScopes } from "#shared/token-scopes.ts";
import { personas, subjects } from "#shared/vocabulary.ts";
import { pictureOf } from "#tests/support/card-picture.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";
import { patienceMs } from "#workers/features/share-cards/read-card.ts";
import { drawCard } from "#workers/features/share-cards/render-card.ts";
import { shareCardRoutes } from "#workers/features/share-cards/share-cards.http.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { toBase64Url } from "#workers/platform/hmac.ts";
import type { DoorEnv } from "#workers/platform/http-door.ts";

const forever = "public, max-age=31536000, immutable";
const maxBytes = 300 * 1024;
const scored: CardFields = { ...plainCard, subject: "algebra", score: 4, streakDays: 7 };

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(workerTestUrl + path, { redirect: "manual", ...init }));
}

const askCard = (path: string, init: RequestInit = {}) => pictureOf(() => ask(path, init));

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await response.arrayBuffer());
}

/** Width and height by the PNG's own header (https://www.w3.org/TR/png/#11IHDR). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

async function digestOf(response: Response): Promise<string> {
  return toBase64Url(
    new Uint8Array(await crypto.subtle.digest("SHA-256", await bytesOf(response))),
  );
}

function bucket(): R2Bucket {
  const { CARDS } = parseEnv(env);
  if (!CARDS) throw new Error("the tests' Worker has no bucket for cards");
  return CARDS;
}

/** The door alone, with a renderer of the test's. */
async function askDoor(path: string, render: (fields: CardFields) => Promise<Uint8Array>) {
  const app = new Hono<DoorEnv>().route("/og", shareCardRoutes(render));
  const context = createExecutionContext();
  const response = await app.fetch(new Request(workerTestUrl + path), env, context);
  return { response, settled: () => waitOnExecutionContext(context) };
}

const soon = { timeout: 5000, interval: 20 };

describe("GET /og/:hash.png", () => {
  for (const persona of personas) {
    it(`renders a ${persona}'s card of 1200 by 630 pixels, below 300 KB, for ever`, async () => {
      for (const score of [0, 4] as const) {
        const response = await askCard(cardPath({ ...scored, persona, score }));
        expect(response.status).toBe(200);
        expect(response.headers.get("Content-Type")).toBe("image/png");
        expect(response.headers.get("Cache-Control")).toBe(forever);
        expect(response.headers.has("Set-Cookie")).toBe(false);
        const png = await bytesOf(response);
        expect(response.headers.get("Content-Length")).toBe(String(png.byteLength));
        expect(sizeOf(png)).toEqual(cardSize);
        expect(png.byteLength).toBeLessThan(maxBytes);
      }
    });
  }

  it("stores what it rendered, and serves the stored bytes", async () => {
    const path = cardPath({ ...scored, subject: "biology", score: 3 });
    const rendered = await bytesOf(await askCard(path));
    const key = path.slice(1);
    await expect.poll(() => bucket().head(key), soon).not.toBeNull();
    const stored = await bucket().get(key);
    expect(stored?.httpMetadata?.contentType).toBe("image/png");
    expect(new Uint8Array((await stored?.arrayBuffer()) ?? [])).toEqual(rendered);
    expect(await bytesOf(await ask(path))).toEqual(rendered);
  });

  it("takes a card from the bucket instead of rendering it", async () => {
    const path = cardPath({ ...scored, subject: "geometry", score: 2 });
    const kept = new Uint8Array([1, 2, 3]);
    await bucket().put(path.slice(1), kept);
    const render = () => Promise.reject(new Error("rendered although it is stored"));
    const { response } = await askDoor(path, render);
    expect(response.headers.get("Cache-Control")).toBe(forever);
    expect(await bytesOf(response)).toEqual(kept);
  });

  it("still serves the picture of an older template, whose address it can no longer make", async () => {
    const path = "/og/zzz0123456789ab.png";
    await bucket().put(path.slice(1), new Uint8Array([9]));
    expect(await bytesOf(await ask(path))).toEqual(new Uint8Array([9]));
  });

  it("renders once for twenty who ask at once", async () => {
    const path = cardPath({ ...scored, subject: "physics" });
    let renderings = 0;
    const render = async () => {
      renderings++;
      await scheduler.wait(50);
      return new Uint8Array([renderings]);
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => askDoor(path, render)));
    for (const { response } of answers) {
      expect(await bytesOf(response)).toEqual(new Uint8Array([1]));
    }
    expect(renderings).toBe(1);
  });

  it("answers HEAD like GET, without the picture", async () => {
    const path = cardPath({ ...scored, subject: "reading" });
    const head = await askCard(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect((await bytesOf(head)).byteLength).toBe(0);
    const get = await askCard(path);
    for (const name of ["Content-Type", "Cache-Control", "Content-Length"]) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });
});

describe("the fallback", () => {
  it("is the plain card as this template renders it, so that it never falls behind", async () => {
    const fallback = await ask("/og/no-card.png");
    expect(await digestOf(fallback)).toBe(await digestOf(await askCard(cardPath(plainCard))));
  });

  it("is served with 404, and shortly cached, for an address of no card", async () => {
    const good = cardPath({ ...scored, subject: "vocabulary" });
    const forged = `${good.slice(0, -6)}${good.at(-6) === "0" ? "1" : "0"}${good.slice(-5)}`;
    const paths = [
      forged,
      "/og/nobody%40example.com.png",
      "/og/a.png",
      good.replace(".png", ".svg"),
      good.toUpperCase().replace("/OG/", "/og/").replace(".PNG", ".png"),
    ];
    for (const path of paths) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get("Content-Type")).toBe("image/png");
      expect(response.headers.get("Cache-Control")).toBe("public, max-age=300");
      expect(sizeOf(await bytesOf(response))).toEqual(cardSize);
    }
  });

  it("stands in for a card that cannot be rendered, which the next one tries again", async () => {
    const path = cardPath({ ...scored, subject: "chemistry" });
    const broken = await askDoor(path, () => Promise.reject(new Error("no engine")));
    expect(broken.response.status).toBe(200);
    expect(broken.response.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(sizeOf(await bytesOf(broken.response))).toEqual(cardSize);
    const { response } = await askDoor(path, async () => new Uint8Array([7]));
    expect(await bytesOf(response)).toEqual(new Uint8Array([7]));
  });

  it("stands in after a second for a slow card, which is there for whoever asks next", async () => {
    const path = cardPath({ ...scored, subject: "sat_math" });
    let finish: (card: Uint8Array) => void = () => {};
    const drawn = new Promise<Uint8Array>((resolve) => {
      finish = resolve;
    });
    const begun = Date.now();
    // Nobody waits for the end of it: the card is drawn only after the answer came.
    const late = await askDoor(path, () => drawn);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(patienceMs - 50);
    finish(new Uint8Array([8]));
    expect(late.response.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(sizeOf(await bytesOf(late.response))).toEqual(cardSize);
    await late.settled();
    const { response } = await askDoor(path, () => Promise.reject(new Error("rendered twice")));
    expect(response.headers.get("Cache-Control")).toBe(forever);
    expect(await bytesOf(response)).toEqual(new Uint8Array([8]));
  });
});

describe("every subject", () => {
  it("has a card below 300 KB", async () => {
    for (const subject of subjects) {
      const response = await askCard(cardPath({ ...scored, subject, loop: "results_rally" }));
      expect(response.headers.get("Cache-Control")).toBe(forever);
      expect((await bytesOf(response)).byteLength).toBeLessThan(maxBytes);
    }
  });
});

describe("the drawing", () => {
  it("is the same whatever else is known of a person, and holds no text at all", async () => {
    const drawn = await drawCard(scored);
    expect(drawn).not.toContain("<text");
    for (const text of ["Ada Lovelace", "ada@example.com", "<script>alert(1)</script>"]) {
      const more = { name: text, alias: text, children: text, [text]: text, ...scored };
      expect(await drawCard(more)).toBe(drawn);
    }
  });
});

describe("a smart link's unfurl page", () => {
  it("names the card with its size, type and words, and the card can be had", async () => {
    const config = parseEnv(env);
    const proxyUrl = config.DATABASE_PROXY_URL ?? "";
    const db = createDb({ databaseUrl: config.DATABASE_URL, proxyUrl });
    const now = Date.now();
    const { userId } = await insertMember(db, now, {});
    const token = {
      id: newId("pat", now),
      userId,
      name: "test",
      scopes: tokenScopes,
      now,
      days: 1,
    };
    const created = await ask("/api/links", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${await issueAccessToken(db, token)}`,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
      },
      body: JSON.stringify({
        loop: "buddy_challenge",
        destination: "fvm.deck",
        params: { deckId: "alg-expressions" },
      }),
    });
    const { code } = (await created.json()) as { code: string };
    const page = await ask(`/sl/${code}`, {
      headers: { "User-Agent": "Slackbot-LinkExpanding 1.0" },
    });
    const html = await page.text();
    const path = cardPath({ ...plainCard, subject: "algebra" });
    expect(html).toContain(`property="og:image" content="${workerTestUrl}${path}"`);
    for (const tag of ['og:image:width" content="1200"', 'og:image:height" content="630"']) {
      expect(html).toContain(tag);
    }
    expect(html).toContain('og:image:type" content="image/png"');
    expect(html).toContain("Algebra: Can you get five of five?");
    expect(html).toContain('twitter:card" content="summary_large_image"');
    expect((await askCard(path)).headers.get("Cache-Control")).toBe(forever);
  });
});
