/** Every door that changes something, asked with every method and every proof of where it came from. */
import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";

const agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36";
const own = new URL(workerTestUrl).origin;

const doors = {
  "a tRPC mutation": { path: "/trpc/microDecks.start", type: "application/json" },
  "a REST operation": { path: "/api/fvm/alg-expressions/start", type: "application/json" },
  "a page's action": { path: "/sign-out", type: "application/x-www-form-urlencoded" },
  "a page's data request": { path: "/sign-out.data", type: "application/x-www-form-urlencoded" },
  "the beacon of events": { path: "/api/events", type: "application/json" },
  "a text that calls itself a beacon": { path: "/api/events", type: "text/plain" },
  "an address of nobody": { path: "/no/such/page", type: "text/plain" },
};
const methods = ["POST", "PUT", "PATCH", "DELETE"];
const refused: Record<string, Record<string, string>> = {
  "no proof at all": {},
  "another site": { "Sec-Fetch-Site": "cross-site" },
  "another site in our clothes": { "Sec-Fetch-Site": "cross-site", Origin: own },
  "a neighbour of the same site": { "Sec-Fetch-Site": "same-site", Origin: own },
  "the address bar": { "Sec-Fetch-Site": "none" },
  "another origin": { Origin: "https://evil.test" },
  "our name with more behind it": { Origin: `${own}.evil.test` },
  "an origin that hides": { Origin: "null" },
  "a referrer alone": { Referer: `${own}/home` },
  "a password beside it": { Authorization: "Basic eDp5", "Sec-Fetch-Site": "cross-site" },
};
const trusted: Record<string, Record<string, string>> = {
  "our page": { "Sec-Fetch-Site": "same-origin" },
  "our page in an older browser": { Origin: own },
  "a bearer token": { Authorization: `Bearer vt_pat_${"A".repeat(43)}` },
};

async function ask(door: keyof typeof doors, method: string, proof: Record<string, string>) {
  const { path, type } = doors[door];
  const response = await exports.default.fetch(
    new Request(workerTestUrl + path, {
      method,
      headers: { "User-Agent": agent, "Content-Type": type, ...proof },
      body: "{}",
      redirect: "manual",
    }),
  );
  const text = await response.text();
  return { status: response.status, foreign: text.includes("did not come from our own page") };
}

describe.each(Object.keys(doors) as (keyof typeof doors)[])("%s", (door) => {
  it.each(methods)("by %s is refused without a proof", async (method) => {
    for (const [from, proof] of Object.entries(refused)) {
      expect(await ask(door, method, proof), from).toEqual({ status: 403, foreign: true });
    }
  });

  it.each(methods)("by %s is let in from our own page", async (method) => {
    for (const [from, proof] of Object.entries(trusted)) {
      expect((await ask(door, method, proof)).foreign, from).toBe(false);
    }
  });
});

describe("a socket", () => {
  const upgrade = (headers: Record<string, string>) =>
    exports.default.fetch(
      new Request(`${workerTestUrl}/ws/cohort/alg-101`, {
        headers: { "User-Agent": agent, Upgrade: "websocket", ...headers },
      }),
    );

  it.each([
    {},
    { Origin: "https://evil.test" },
    { Origin: "null" },
    { Origin: `${own}.evil.test` },
  ])("from %j is refused, whatever its ticket", async (headers) => {
    expect((await upgrade(headers as Record<string, string>)).status).toBe(403);
  });

  it("from our own page still needs a ticket", async () => {
    expect((await upgrade({ Origin: own })).status).toBe(401);
  });
});

describe("reading", () => {
  it("changes nothing: no procedure that writes answers a GET, from wherever it comes", async () => {
    const response = await exports.default.fetch(
      new Request(`${workerTestUrl}/trpc/people.signOut`, {
        headers: { "User-Agent": agent, "Sec-Fetch-Site": "cross-site" },
      }),
    );
    expect(response.status).toBe(405);
  });

  it("is not shared with other sites: no answer allows another origin", async () => {
    for (const path of ["/", "/trpc/people.me", "/api/decks", "/api/health"]) {
      const response = await exports.default.fetch(
        new Request(workerTestUrl + path, {
          headers: { "User-Agent": agent, Origin: "https://evil.test" },
        }),
      );
      expect(response.headers.has("Access-Control-Allow-Origin"), path).toBe(false);
    }
  });
});

describe("signing out", () => {
  it("makes the browser forget what it kept of us", async () => {
    const response = await exports.default.fetch(
      new Request(`${workerTestUrl}/sign-out`, {
        method: "POST",
        headers: { "User-Agent": agent, Origin: own },
        redirect: "manual",
      }),
    );
    expect(response.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
  });
});

describe("reports of a page", () => {
  const report = (type: string, body: string, ip = "203.0.113.7") =>
    exports.default.fetch(
      new Request(`${workerTestUrl}/page-reports`, {
        method: "POST",
        headers: { "User-Agent": agent, "Content-Type": type, Origin: own, "CF-Connecting-IP": ip },
        body,
      }),
    );
  const type = "application/reports+json";

  it("are taken, and anything else is refused", async () => {
    expect((await report(type, "[]")).status).toBe(204);
    expect((await report("application/csp-report", "{}")).status).toBe(204);
    expect((await report(type, "{")).status).toBe(400);
    expect((await report("text/plain", "[]")).status).toBe(400);
    expect((await report(type, `["${"x".repeat(70_000)}"]`)).status).toBe(413);
  });

  it("are limited for each address", async () => {
    const statuses = [];
    for (let i = 0; i < 25; i++) statuses.push((await report(type, "[]", "203.0.113.8")).status);
    expect(statuses.filter((status) => status === 204).length).toBeLessThanOrEqual(21);
    expect(statuses.at(-1)).toBe(429);
    expect((await report(type, "[]", "203.0.113.9")).status).toBe(204);
  });
});
