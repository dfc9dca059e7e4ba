import { describe, expect, it } from "vitest";
import { currentStep, encodeSecret, matchTotp, newTotpSecret, totpCode, totpUri } from "./totp.ts";

const secret = encodeSecret(new TextEncoder().encode("12345678901234567890"));
const now = 1_800_000_015_000;
const step = currentStep(now);

describe("totpCode", () => {
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("agrees with RFC 6238, appendix B, at %i s", async (seconds, code) => {
    expect(await totpCode(secret, currentStep(seconds * 1000), 8)).toBe(code);
  });
});

describe("matchTotp", () => {
  it("takes the code of this step and of one before and after, and of no other", async () => {
    for (let offset = -3; offset <= 3; offset++) {
      const code = await totpCode(secret, step + offset);
      const found = await matchTotp(secret, code, { now, lastStep: 0 });
      expect(found, `offset ${offset}`).toBe(Math.abs(offset) <= 1 ? step + offset : null);
    }
  });

  it("takes no step again that was taken, nor one before it", async () => {
    for (const offset of [-1, 0]) {
      const code = await totpCode(secret, step + offset);
      expect(await matchTotp(secret, code, { now, lastStep: step })).toBeNull();
    }
    const next = await totpCode(secret, step + 1);
    expect(await matchTotp(secret, next, { now, lastStep: step })).toBe(step + 1);
  });

  it("takes no text that is not the code", async () => {
    const code = await totpCode(secret, step);
    for (const other of ["", " ", code.slice(1), `${code}0`, "abcdef", "０００００0"]) {
      expect(await matchTotp(secret, other, { now, lastStep: 0 }), other).toBeNull();
    }
  });
});

describe("a new secret", () => {
  it("has 160 random bits, and an address that apps read", () => {
    const made = newTotpSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(made);
    const url = new URL(totpUri(made, "Calm Badger 90"));
    expect([url.protocol, url.host]).toEqual(["otpauth:", "totp"]);
    expect(url.pathname).toBe("/Vel%20Tutor%3ACalm%20Badger%2090");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret: made,
      issuer: "Vel Tutor",
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});
