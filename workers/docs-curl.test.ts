import { describe, expect, it } from "vitest";
import { curlOf } from "./docs-curl.ts";

const base = "https://k-factor.example/api";
const plain = { base, method: "GET", path: "/decks", needsToken: false, query: [], body: null };

describe("curlOf", () => {
  it("is one address where nothing is sent and anybody may ask", () => {
    expect(curlOf(plain)).toBe(`curl "${base}/decks"`);
  });

  it("makes what is filled in a variable, which the shell does not take for a pattern", () => {
    const path = "/fvm/{deckId}/answers";
    expect(curlOf({ ...plain, path })).toBe(`curl "${base}/fvm/$DECK_ID/answers"`);
  });

  it("carries the token, what the query must have, and a body that ends where it should", () => {
    const query = [{ name: "windowDays", schema: { type: "integer", minimum: 7 } }];
    const body = { schema: {}, example: { name: "it's" } };
    const parts = { ...plain, method: "POST", needsToken: true, query, body };
    expect(curlOf(parts).split(" \\\n  ")).toEqual([
      `curl -X POST "${base}/decks?windowDays=7"`,
      '-H "Authorization: Bearer $TOKEN"',
      '-H "Content-Type: application/json"',
      `-d '{"name":"it'\\''s"}'`,
    ]);
  });
});
