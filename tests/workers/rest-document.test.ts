/** The API's document: its examples are of the shapes it names, and so is what really comes back. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { errorCodes } from "#shared/errors.ts";
import { chrome, makeStage, newMember } from "#tests/support/link-stage.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

type Schema = Parameters<typeof z.fromJSONSchema>[0];
interface Body {
  content: {
    "application/json": { schema: Schema; examples?: Record<string, { value: unknown }> };
  };
}
interface Operation {
  security: unknown[];
  requestBody?: Body;
  responses: Record<string, Body & { $ref?: string }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: { Error: Schema };
    responses: Record<string, Body>;
    securitySchemes: unknown;
  };
}

const stage = makeStage();
const document = (await (await stage.ask("/api/openapi.json")).json()) as Document;
const documented = {
  "/events": ["post"],
  "/links": ["post", "get"],
  "/links/{code}": ["get", "delete"],
  "/fvm/{deckId}/start": ["post"],
  "/fvm/{deckId}/answers": ["post"],
  "/fvm/{deckId}/complete": ["post"],
};
const named = Object.entries(documented).flatMap(([path, methods]) =>
  methods.map((method) => [`${method.toUpperCase()} ${path}`, operation(path, method)] as const),
);
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));

function operation(path: string, method: string): Operation {
  const found = document.paths[path]?.[method];
  if (!found) throw new Error(`${method} ${path} is not in the document`);
  return found;
}

const jsonOf = (body: Body) => body.content["application/json"];
const valuesOf = (body: Body) =>
  Object.values(jsonOf(body).examples ?? {}).map(({ value }) => value);

function expectOfShape(schema: Schema, value: unknown): void {
  expect(z.fromJSONSchema(schema).safeParse(value).error?.issues ?? []).toEqual([]);
}

describe("GET /api/openapi.json", () => {
  it.each(named)(
    "has examples of %s that are of the shapes it names",
    (_, { requestBody, responses }) => {
      const answer = responses["200"] ?? responses["202"];
      if (!answer) throw new Error("no answer is described");
      expect(valuesOf(answer).length).toBeGreaterThan(0);
      for (const value of valuesOf(answer)) expectOfShape(jsonOf(answer).schema, value);
      if (!requestBody) return;
      expect(valuesOf(requestBody).length).toBeGreaterThan(0);
      for (const value of valuesOf(requestBody)) expectOfShape(jsonOf(requestBody).schema, value);
    },
  );

  it("would notice an example of another shape", () => {
    const { responses } = operation("/links/{code}", "delete");
    const schema = jsonOf(responses["200"] as Body).schema;
    expect(z.fromJSONSchema(schema).safeParse({ status: "gone" }).success).toBe(false);
  });

  it("says for every operation who may call it, and names our errors with their codes", () => {
    expect(operations.length).toBeGreaterThan(25);
    for (const { security, responses } of operations) {
      expect(JSON.stringify(security)).toContain("bearer");
      const failures = Object.entries(responses).filter(([status]) => !status.startsWith("2"));
      expect(failures.map(([status]) => status)).toEqual(expect.arrayContaining(["429", "500"]));
      for (const [, { $ref }] of failures) {
        expect(Object.keys(document.components.responses)).toContain($ref?.split("/").at(-1));
      }
    }
    expect(document.components.securitySchemes).toMatchObject({ bearer: { scheme: "bearer" } });
    const codes = Object.values(document.components.responses).flatMap((response) =>
      Object.keys(jsonOf(response).examples ?? {}),
    );
    expect(codes.toSorted()).toEqual(Object.keys(errorCodes).toSorted());
  });

  it("has error examples of the shape that it names for errors", () => {
    for (const response of Object.values(document.components.responses)) {
      for (const value of valuesOf(response))
        expectOfShape(document.components.schemas.Error, value);
    }
  });
});

describe("a real call answers in the documented shape", () => {
  const agent = { "User-Agent": chrome, "Sec-Fetch-Site": "same-origin" };

  async function call(path: string, method: string, real: string, headers = {}, body?: unknown) {
    const sent = { ...agent, ...headers, ...(body ? { "Content-Type": "application/json" } : {}) };
    const init = { method: method.toUpperCase(), ...(body ? { body: JSON.stringify(body) } : {}) };
    const response = await stage.ask(`/api${real}`, sent, init);
    const answer: unknown = await response.json();
    expect([response.status, answer]).toEqual([200, answer]);
    expectOfShape(jsonOf(operation(path, method).responses["200"] as Body).schema, answer);
    return answer as Record<string, unknown>;
  }

  it("of links: created, listed, looked at, revoked", async () => {
    const { bearer } = await newMember();
    const params = { deckId: "alg-linear-equations" };
    const input = { loop: "buddy_challenge", destination: "fvm.deck", params };
    const { code } = await call("/links", "post", "/links", bearer, input);
    await call("/links", "get", "/links", bearer);
    await call("/links/{code}", "get", `/links/${code}`, bearer);
    await call("/links/{code}", "delete", `/links/${code}`, bearer);
  });

  it("of a deck: started, answered, not yet complete, complete", async () => {
    const { bearer } = await newMember();
    const deckId = "alg-linear-equations";
    const path = (step: string) => `/fvm/{deckId}/${step}`;
    const post = (step: string, body?: unknown) =>
      call(path(step), "post", `/fvm/${deckId}/${step}`, bearer, body);
    const { runId } = await post("start");
    expect((await post("complete", { runId }))["status"]).toBe("unanswered");
    for (const { id, answer } of findDeck(deckId)?.questions ?? []) {
      await post("answers", { runId, questionId: id, choice: answer });
    }
    expect((await post("complete", { runId }))["status"]).toBe("completed");
  });

  it("of an error: the body that the document names", async () => {
    const missing = await stage.ask("/api/links", agent);
    expect(missing.status).toBe(401);
    expectOfShape(document.components.schemas.Error, await missing.json());
    const init = { method: "POST", body: JSON.stringify({ runId: "run_x", choice: 9 }) };
    const headers = { ...agent, "Content-Type": "application/json" };
    const wrong = await stage.ask("/api/fvm/alg-expressions/answers", headers, init);
    expect(wrong.status).toBe(400);
    expectOfShape(document.components.schemas.Error, await wrong.json());
  });
});

describe("GET /api/docs", () => {
  it("loads one stylesheet of ours, runs nothing and names every operation", async () => {
    const response = await stage.ask("/api/docs", { "User-Agent": chrome });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const csp = response.headers.get("Content-Security-Policy") ?? "";
    expect(csp).toContain("default-src 'none'; style-src 'self'");
    expect(csp).not.toMatch(/script-src|unsafe|https?:|\*/);
    const page = await response.text();
    expect(page).not.toMatch(/<script|<iframe|<form| on\w+=| style=/);
    const loaded = [...page.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(loaded).toEqual(["/favicon.svg", "/api-docs.css"]);
    for (const [, address = ""] of page.matchAll(/(?:href|src)="([^"]*)"/g)) {
      expect(address).toMatch(/^(\/(?!\/)|#)/);
    }
    expect(page.match(/<details /g)).toHaveLength(operations.length);
  });

  it("leads from each operation to the errors that it may answer", async () => {
    const page = await (await stage.ask("/api/docs", { "User-Agent": chrome })).text();
    const places = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const named = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(operations.length * 4);
    expect(named.filter((id) => !places.has(id))).toEqual([]);
  });
});
