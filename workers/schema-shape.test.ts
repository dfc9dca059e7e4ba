import { describe, expect, it } from "vitest";
import { boundsOf, type Schema, sampleOf, shapeOf } from "./schema-shape.ts";

const answer: Schema = {
  type: "object",
  properties: {
    choice: { type: "integer", minimum: 0, maximum: 3 },
    tags: { type: "array", items: { type: "string", enum: ["a", "b"] }, minItems: 1, maxItems: 2 },
    note: { type: "string", maxLength: 40, description: "For yourself." },
    until: { anyOf: [{ type: "number" }, { type: "null" }] },
  },
  required: ["choice", "tags", "until"],
};

describe("shapeOf", () => {
  it("names every property with its kind and bounds, and marks what may be left out", () => {
    expect(shapeOf(answer)).toBe(
      [
        "{",
        "  choice: integer  // 0 to 3",
        '  tags: ("a" | "b")[]  // 1 to 2 items',
        "  note?: string  // at most 40 characters; For yourself.",
        "  until: number | null",
        "}",
      ].join("\n"),
    );
  });

  it("sets what is inside an object or a list further in", () => {
    const list: Schema = { type: "array", items: answer };
    const lines = shapeOf({ type: "object", properties: { list }, required: ["list"] }).split("\n");
    expect(lines.slice(0, 3)).toEqual(["{", "  list: {", "    choice: integer  // 0 to 3"]);
    expect(lines.slice(-2)).toEqual(["  }[]", "}"]);
  });

  it("reads constants, records, kinds in a list and what has no kind", () => {
    expect(shapeOf({ const: "closed" })).toBe('"closed"');
    expect(shapeOf({ type: "object", additionalProperties: { type: "number" } })).toBe(
      "{\n  [name]: number\n}",
    );
    expect(shapeOf({ type: ["string", "null"] })).toBe("string | null");
    expect(shapeOf({})).toBe("any");
  });
});

describe("boundsOf", () => {
  it("says nothing of bounds that only keep an integer safe", () => {
    const { MIN_SAFE_INTEGER: minimum, MAX_SAFE_INTEGER: maximum } = Number;
    expect(boundsOf({ type: "integer", minimum, maximum })).toBe("");
    expect(boundsOf({ type: "integer", minimum: 1, maximum })).toBe("at least 1");
  });

  it("names a format, not the pattern it stands for", () => {
    expect(boundsOf({ type: "string", format: "email", pattern: "^.+@.+$" })).toBe("email");
    expect(boundsOf({ type: "string", pattern: "^[a-z]{3}$" })).toBe("like ^[a-z]{3}$");
  });
});

describe("sampleOf", () => {
  it("holds all that is required and nothing else", () => {
    expect(sampleOf(answer)).toEqual({ choice: 0, tags: ["a"], until: 0 });
  });
});
