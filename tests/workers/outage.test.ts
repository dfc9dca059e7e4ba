/** A missing setting and an unreachable database get a typed answer, not a stack. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ErrorBody } from "#shared/errors.ts";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";
import worker from "#workers/app.ts";

const browser = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36" };

async function ask(path: string, settings: Record<string, unknown>): Promise<Response> {
  const execution = createExecutionContext();
  const request = new Request(workerTestUrl + path, { headers: browser });
  const response = await worker.fetch(request, { ...env, ...settings }, execution);
  await waitOnExecutionContext(execution);
  return response;
}

describe("a missing setting", () => {
  it("answers 503 and names neither the key nor a value to the outside", async () => {
    const response = await ask("/api/decks", { COOKIE_SECRET: "short" });
    expect(response.status).toBe(503);
    const text = await response.text();
    expect((JSON.parse(text) as ErrorBody).error.code).toBe("UNAVAILABLE");
    expect(text).not.toMatch(/COOKIE_SECRET|short/);
  });
});

describe("an unreachable database", () => {
  const away = { DATABASE_PROXY_URL: "http://127.0.0.1:9" };

  it("answers REST with UNAVAILABLE and when to come back", async () => {
    const response = await ask("/api/fvm/alg-expressions", away);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    const { error } = (await response.json()) as ErrorBody;
    expect(error.code).toBe("UNAVAILABLE");
  });

  it("answers tRPC the same, without a word of the query", async () => {
    const input = encodeURIComponent(JSON.stringify({ deckId: "alg-expressions" }));
    const response = await ask(`/trpc/microDecks.landing?input=${input}`, away);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/select|deck_runs|127\.0\.0\.1/i);
  });

  it("shows a page that says so", async () => {
    const response = await ask("/fvm/alg-expressions", away);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/deck_runs|NeonDbError/);
  });

  it("is what health calls down, and nothing else", async () => {
    const response = await ask("/api/health", away);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ db: "down", kv: "ok", queue: "ok" });
  });
});
