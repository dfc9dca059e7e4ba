import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { newRecoveryCodes, readTypedCode, recoveryCodeHash } from "./recovery-code.ts";

describe("recovery codes", () => {
  it("are ten different ones of 50 bits, never six digits alone", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
      expect(readTypedCode(code)).toEqual({ recovery: code.replace("-", "") });
    }
  });

  it("are read however they are typed", () => {
    expect(readTypedCode(" 0ABC1-23OIL ")).toEqual({ recovery: "0abc123011" });
    expect(readTypedCode("123 456")).toEqual({ app: "123456" });
  });

  it("have another hash for another person or secret", async () => {
    const [one, two] = [newId("user", 1), newId("user", 1)];
    const hash = recoveryCodeHash("s", one, "abc");
    expect(recoveryCodeHash("s", one, "abc")).toBe(hash);
    expect(recoveryCodeHash("s", two, "abc")).not.toBe(hash);
    expect(recoveryCodeHash("t", one, "abc")).not.toBe(hash);
  });
});
