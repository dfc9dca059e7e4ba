import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmac } from "./hmac.ts";

const encoder = new TextEncoder();

/** What the platform itself says. */
async function platformHmac(secret: string, bytes: Uint8Array): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const raw = encoder.encode(secret);
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes as BufferSource));
}

describe("hmac", () => {
  it("agrees with the platform's own, for texts and bytes of any length and any secret", async () => {
    const secrets = fc.string({ minLength: 1, maxLength: 150, unit: "binary" });
    const texts = fc.string({ maxLength: 700, unit: "binary" });
    await fc.assert(
      fc.asyncProperty(secrets, texts, async (secret, text) => {
        const bytes = encoder.encode(text);
        const wanted = await platformHmac(secret, bytes);
        expect(hmac(secret, text)).toEqual(wanted);
        expect(hmac(secret, bytes)).toEqual(wanted);
      }),
    );
  });

  it("answers bytes that the next call leaves alone", () => {
    const first = hmac("secret", "one");
    const kept = first.slice();
    hmac("secret", "two");
    hmac("another secret", "three");
    expect(first).toEqual(kept);
    expect(hmac("secret", "one")).toEqual(kept);
  });
});
