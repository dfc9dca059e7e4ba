/** Smart links at the edge, from the first request to what the inviter sees of it. */
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { chrome, cookiesOf, makeStage, newLink, newMember } from "#tests/support/link-stage.ts";
import type { RateLimiterApi } from "#workers/platform/rate-limiter.room.ts";

let lastAddress = 0;
/** An address that no other test has used. */
const newAddress = () => `198.18.${lastAddress >> 8}.${lastAddress++ & 255}`;
const person = (more: Record<string, string> = {}) => ({
  "User-Agent": chrome,
  "CF-Connecting-IP": newAddress(),
  ...more,
});

describe("GET /sl/:code", () => {
  it("leads a person to the deep route, with signed cookies and headers that keep it private", async () => {
    const { ask } = makeStage();
    const { bearer } = await newMember();
    const response = await ask(`/sl/${await newLink({ ask }, bearer)}`, person());
    expect(response.headers.get("Location")).toBe("/fvm/alg-expressions");
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
    expect(response.headers.get("Server-Timing")).toBe('db;desc="0"');
    for (const line of response.headers.getSetCookie()) {
      for (const guard of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
        expect(line).toContain(guard);
    }
  });

  it("leads nowhere else, whatever the visitor adds", async () => {
    const { ask } = makeStage();
    const { bearer } = await newMember();
    const code = await newLink({ ask }, bearer);
    const additions = [
      "?url=https://evil.example",
      "?destination=//evil.example&next=/admin&returnTo=//evil.example",
      "?utm_source=//evil.example&utm_campaign=https://evil.example",
      "?deckId=geo-angles&params=%7B%7D",
      "?utm_source=a%0d%0aLocation:%20https://evil.example",
    ];
    for (const addition of additions) {
      const response = await ask(`/sl/${code}${addition}`, person({ Host: "evil.example" }));
      expect(response.headers.get("Location"), addition).toBe("/fvm/alg-expressions");
    }
    for (const path of [`/sl//evil.example`, "/sl/%2F%2Fevil.example"]) {
      const location = (await ask(path, person())).headers.get("Location") ?? "";
      expect(location).not.toMatch(/^(https?:)?\/\/|evil|admin/);
    }
  });

  it("answers the same to a bad, an unknown and a revoked code", async () => {
    const { ask } = makeStage();
    const { bearer } = await newMember();
    const code = await newLink({ ask }, bearer);
    await ask(`/api/links/${code}`, { ...bearer, "User-Agent": chrome }, { method: "DELETE" });
    const seen = [];
    for (const path of [`/sl/${code}`, "/sl/abcdefghjkmn", "/sl/x", `/sl/${"9".repeat(400)}`]) {
      const response = await ask(path, person());
      const { status } = response;
      seen.push([status, response.headers.get("Location"), response.headers.getSetCookie()]);
    }
    expect(new Set(seen.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([302, "/link-unavailable", []])]),
    );
  });
});

describe("guessing", () => {
  it("is answered 429 with Retry-After after 30 misses, costs no look-up, and shuts no link", async () => {
    const { ask } = makeStage();
    const { bearer } = await newMember();
    const headers = person();
    const answers: Response[] = [];
    for (let i = 0; i < 35; i++) answers.push(await ask("/sl/abcdefghjkmn", headers));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(302));
    expect(statuses.slice(31)).toEqual(Array(4).fill(429));
    const last = answers.at(-1);
    expect(Number(last?.headers.get("Retry-After"))).toBeGreaterThan(0);
    for (const answer of answers) expect(answer.headers.get("Server-Timing")).not.toContain("kv");
    for (const answer of answers)
      expect(answer.headers.get("Server-Timing")).toContain('db;desc="0"');
    expect((await ask("/sl/abcdefghjkmn", person())).status).toBe(302);
    const code = await newLink({ ask }, bearer);
    expect((await ask(`/sl/${code}`, headers)).headers.get("Location")).toBe(
      "/fvm/alg-expressions",
    );
  });

  it("is known to the shared bucket too", async () => {
    const { RATE_LIMITER } = env as unknown as { RATE_LIMITER: DurableObjectNamespace };
    const id = RATE_LIMITER.idFromName(`test-${crypto.randomUUID()}`);
    const limiter = RATE_LIMITER.get(id) as unknown as RateLimiterApi;
    const limit = { perMinute: 30, burst: 30 };
    expect(await limiter.drain(limit, 10)).toBe(20);
    expect(await limiter.drain(limit, 15)).toBeCloseTo(5, 0);
    expect(await limiter.drain(limit, 1_000)).toBe(0);
    expect(await limiter.drain(limit, 0)).toBeLessThan(1);
  });
});

describe("what the inviter sees", () => {
  it("is twenty opens of twenty fresh browsers of one kind behind one address", async () => {
    const { ask, store } = makeStage();
    const { bearer } = await newMember();
    const code = await newLink({ ask }, bearer, "geo-angles");
    const school = person();
    for (let i = 0; i < 20; i++) {
      const opened = await ask(`/sl/${code}?utm_source=class`, school);
      const landing = { ...school, Cookie: cookiesOf(opened) };
      expect((await ask("/fvm/geo-angles", landing)).status).toBe(200);
    }
    await store();
    const response = await ask(`/api/links/${code}`, { ...bearer, "User-Agent": chrome });
    expect(await response.json()).toMatchObject({
      code,
      hits: 20,
      opens: 20,
      weakOpens: 0,
      engaged: 0,
      childAlias: null,
    });
  });

  it("is one weak open, and no engagement, of a scanner that keeps no cookies and posts nothing", async () => {
    const { ask, store } = makeStage();
    const { bearer } = await newMember();
    const code = await newLink({ ask }, bearer, "bio-cells");
    const scanner = person();
    for (let i = 0; i < 3; i++) {
      const { headers } = await ask(`/sl/${code}`, scanner);
      expect((await ask(headers.get("Location") ?? "", scanner)).status).toBe(200);
    }
    await store();
    const response = await ask(`/api/links/${code}`, { ...bearer, "User-Agent": chrome });
    expect(await response.json()).toMatchObject({ hits: 3, opens: 1, weakOpens: 1, engaged: 0 });
  });

  it("is nobody else's to see", async () => {
    const { ask } = makeStage();
    const code = await newLink({ ask }, (await newMember()).bearer);
    const headers = { ...(await newMember()).bearer, "User-Agent": chrome };
    expect((await ask(`/api/links/${code}`, headers)).status).toBe(404);
    expect((await ask(`/api/links/${code}`, { "User-Agent": chrome })).status).toBe(401);
  });
});
