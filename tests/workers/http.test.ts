/** The Worker's doors: bad input gets a clear, typed answer, and nothing leaks. */
import { env, exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import type { ErrorBody } from "#shared/errors.ts";
import { newId } from "#shared/ids.ts";
import { tokenScopes } from "#shared/token-scopes.ts";
import type { Role } from "#shared/vocabulary.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { maxBodyBytes } from "#workers/platform/http-door.ts";
import { sealText } from "#workers/platform/sealed-value.ts";

const browser = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36" };
const sameOrigin = { ...browser, "Sec-Fetch-Site": "same-origin" };
const json = { ...sameOrigin, "Content-Type": "application/json" };

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...browser, ...(init.headers as Record<string, string>) };
  const request = new Request(workerTestUrl + path, { ...init, headers, redirect: "manual" });
  return exports.default.fetch(request);
}

async function code(response: Response): Promise<string> {
  const body = (await response.json()) as ErrorBody;
  expect(body.error.requestId).toBe(response.headers.get("X-Request-Id"));
  return body.error.code;
}

async function trpcCode(response: Response): Promise<string> {
  const body = (await response.json()) as { error: { data: { appCode: string } } };
  return body.error.data.appCode;
}

async function bearer(role: Role): Promise<Record<string, string>> {
  const config = parseEnv(env);
  const db = createDb({
    databaseUrl: config.DATABASE_URL,
    proxyUrl: config.DATABASE_PROXY_URL ?? "",
  });
  const now = Date.now();
  const { userId } = await insertMember(db, now, { role });
  const token = { id: newId("pat", now), userId, name: "test", scopes: tokenScopes, now, days: 1 };
  return { Authorization: `Bearer ${await issueAccessToken(db, token)}` };
}

describe("addresses and methods", () => {
  it("answers an unknown page with a page, status 404", async () => {
    const response = await ask("/no/such/page");
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toContain("text/html");
  });

  it("answers an unknown REST address with NOT_FOUND", async () => {
    const response = await ask("/api/no-such-thing");
    expect(response.status).toBe(404);
    expect(await code(response)).toBe("NOT_FOUND");
  });

  it("answers the wrong method of a REST address with METHOD_NOT_ALLOWED", async () => {
    const response = await ask("/api/decks", { method: "DELETE", headers: sameOrigin });
    expect(response.status).toBe(405);
    expect(await code(response)).toBe("METHOD_NOT_ALLOWED");
  });

  it("answers an unknown procedure, and a query sent as a mutation, with their codes", async () => {
    expect(await trpcCode(await ask("/trpc/no.such"))).toBe("NOT_FOUND");
    const post = await ask("/trpc/microDecks.list", { method: "POST", headers: json, body: "{}" });
    expect(await trpcCode(post)).toBe("METHOD_NOT_ALLOWED");
  });
});

describe("bodies", () => {
  it("refuses more than 64 KB with 413, whether or not the size is announced", async () => {
    const body = JSON.stringify({ text: "x".repeat(maxBodyBytes) });
    const init = { method: "POST", headers: json, body };
    const response = await ask("/trpc/people.newAlias", init);
    expect(response.status).toBe(413);
    expect(await code(response)).toBe("TOO_LARGE");
    const chunks = [body.slice(0, 40_000), body.slice(40_000)];
    const stream = new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk) controller.enqueue(new TextEncoder().encode(chunk));
        else controller.close();
      },
    });
    expect((await ask("/api/links", { ...init, body: stream })).status).toBe(413);
  });

  it("refuses malformed JSON with BAD_INPUT at both doors", async () => {
    const init = { method: "POST", headers: json, body: "{" };
    const trpc = await ask("/trpc/microDecks.start", init);
    expect(trpc.status).toBe(400);
    expect(await trpcCode(trpc)).toBe("BAD_INPUT");
    const rest = await ask("/api/fvm/alg-expressions/start", init);
    expect(rest.status).toBe(400);
    expect(await code(rest)).toBe("BAD_INPUT");
  });

  it("refuses unknown fields and names them", async () => {
    const body = JSON.stringify({ deckId: "alg-expressions", surprise: 1 });
    const response = await ask("/trpc/microDecks.start", { method: "POST", headers: json, body });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain("surprise");
  });

  it("refuses an input of the wrong form with the field's path", async () => {
    const body = JSON.stringify({ runId: "run_x", questionId: "q1", choice: 9 });
    const init = { method: "POST", headers: json, body };
    const response = await ask("/api/fvm/alg-expressions/answers", init);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as ErrorBody;
    expect(error.details?.map((detail) => detail.path).toSorted()).toEqual(["choice", "runId"]);
  });
});

describe("who may ask", () => {
  it("refuses a state-changing request that another site sent", async () => {
    const headers = { ...json, "Sec-Fetch-Site": "cross-site" };
    const response = await ask("/trpc/microDecks.start", { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(403);
    expect(await code(response)).toBe("FORBIDDEN");
  });

  it("asks a guest to sign in, and refuses the wrong role", async () => {
    expect((await ask("/api/links")).status).toBe(401);
    const student = await ask("/api/metrics/k", { headers: await bearer("student") });
    expect(student.status).toBe(403);
    expect(await code(student)).toBe("FORBIDDEN");
    const admin = await ask("/api/metrics/k?windowDays=7", { headers: await bearer("admin") });
    expect(admin.status).toBe(200);
    expect(await admin.json()).toMatchObject({ windowDays: 7 });
  });

  it("refuses an access token that nobody issued", async () => {
    const headers = { Authorization: `Bearer vt_pat_${"A".repeat(43)}` };
    const response = await ask("/api/links", { headers });
    expect(response.status).toBe(401);
    expect(await code(response)).toBe("UNAUTHENTICATED");
  });

  it("hides what belongs to somebody else", async () => {
    const headers = await bearer("student");
    const response = await ask(`/api/results/${newId("run", Date.now())}`, { headers });
    expect(response.status).toBe(404);
  });

  it("takes a forged visitor cookie for no cookie and gives the browser a new one", async () => {
    const forged = sealText("another secret of 32 characters!", "visitor.v2", newId("vis", 1));
    const response = await ask("/", { headers: { Cookie: `vt_vid=${forged}` } });
    expect(response.headers.getSetCookie().join()).toContain("vt_vid=");
  });

  it("ignores a session cookie that we did not sign", async () => {
    const cookie = "__Host-session_token=made.up; __Host-session_data=made.up";
    const response = await ask("/trpc/people.me", { headers: { Cookie: cookie } });
    expect(await response.json()).toMatchObject({ result: { data: { kind: "guest" } } });
  });
});

describe("what every answer carries", () => {
  it("is a nonce'd policy without inline scripts on pages", async () => {
    const response = await ask("/");
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    const html = await response.text();
    // A block of data is not run, so it needs none.
    for (const [tag] of html.matchAll(/<script(?! type="application\/json")[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    const again = (await ask("/")).headers.get("Content-Security-Policy");
    expect(again).not.toBe(policy);
  });

  it("is nosniff, a request id, and the round trips where it is local", async () => {
    const response = await ask("/trpc/microDecks.list");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("Server-Timing")).toBe('db;desc="0"');
  });
});

describe("GET /api/health", () => {
  it("says that every part works", async () => {
    const response = await ask("/api/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      db: "ok",
      kv: "ok",
      queue: "ok",
      rooms: "ok",
      version: "test",
    });
  });
});

describe("GET /api/openapi.json", () => {
  it("describes the REST interface", async () => {
    const document = (await (await ask("/api/openapi.json")).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(["/links", "/fvm/{deckId}/start", "/metrics/k", "/decks"]),
    );
  });
});
