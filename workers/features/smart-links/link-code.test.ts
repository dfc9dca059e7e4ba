import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeLength, foldCode, makeCode, readCode } from "./link-code.ts";

const secret = "a test secret of more than 32 characters";
const nineBytes = fc.uint8Array({ minLength: 9, maxLength: 9 });

describe("link codes", () => {
  it("are read back as they were made", () => {
    fc.assert(
      fc.property(nineBytes, (random) => {
        const code = makeCode(random, secret);
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
        expect(readCode(code, secret)).toBe(code);
      }),
    );
  });

  it("forgive case, and O, I and L for 0 and 1", () => {
    const code = makeCode(new Uint8Array([0, 1, 0, 1, 0, 1, 0, 1, 0]), secret);
    const typed = code.replaceAll("0", "O").replaceAll("1", "l").toUpperCase();
    expect(readCode(typed, secret)).toBe(code);
  });

  it("are refused when any character is changed", () => {
    const code = makeCode(new Uint8Array([3, 141, 59, 26, 53, 58, 97, 93, 238]), secret);
    for (let i = 0; i < codeLength - 3; i++) {
      const other = code[i] === "z" ? "y" : "z";
      const changed = code.slice(0, i) + other + code.slice(i + 1);
      expect(readCode(changed, secret), `position ${i}`).toBeNull();
    }
  });

  it("are refused under another secret", () => {
    const code = makeCode(new Uint8Array(9), secret);
    expect(readCode(code, `${secret}!`)).toBeNull();
  });

  it("accept a random guess about once in 32,768", () => {
    let accepted = 0;
    for (let i = 0; i < 60_000; i++) {
      const guess = i
        .toString(32)
        .padStart(12, "0")
        .replaceAll(/[ilou]/g, "z");
      if (readCode(guess, secret)) accepted += 1;
    }
    expect(accepted).toBeLessThan(12);
  });

  it("refuse other lengths and other characters", () => {
    expect(foldCode("abc")).toBeNull();
    expect(foldCode("abcdefghjkmu")).toBeNull();
    expect(foldCode("abcdefghjk-n")).toBeNull();
  });
});
