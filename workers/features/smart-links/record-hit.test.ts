import { describe, expect, it } from "vitest";
import { hitKind } from "./record-hit.ts";

describe("hitKind", () => {
  it("calls only a person's own navigation human", () => {
    expect(hitKind("GET", new Headers(), false)).toBe("human");
    expect(hitKind("HEAD", new Headers(), false)).toBe("head");
    expect(hitKind("GET", new Headers(), true)).toBe("bot");
    expect(hitKind("GET", new Headers({ "Sec-Purpose": "prefetch;prerender" }), false)).toBe(
      "prefetch",
    );
    expect(hitKind("GET", new Headers({ Purpose: "preview" }), false)).toBe("prefetch");
  });
});
