import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openValue, sealValue } from "./sealed-value.ts";

const secret = "a secret of at least thirty-two chars";

describe("sealed values", () => {
  it("open to what was sealed", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const text = sealValue(secret, "test", value);
        fc.pre(text.length <= 4096);
        expect(JSON.stringify(openValue(secret, "test", text))).toBe(JSON.stringify(value));
      }),
    );
  });

  it("stay closed for another purpose, another key, and any changed character", () => {
    const text = sealValue(secret, "one", { a: 1 });
    expect(openValue(secret, "two", text)).toBeNull();
    expect(openValue(`${secret}.`, "one", text)).toBeNull();
    expect(openValue(secret, "one", `${text}.x`)).toBeNull();
    expect(openValue(secret, "one", "")).toBeNull();
    for (let i = 0; i < text.length - 1; i++) {
      const changed = `${text.slice(0, i)}${text[i] === "A" ? "B" : "A"}${text.slice(i + 1)}`;
      expect(openValue(secret, "one", changed)).toBeNull();
    }
  });
});
