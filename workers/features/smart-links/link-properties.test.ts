/** What holds for every code, every signature and every record, not only for the examples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { loops } from "#shared/vocabulary.ts";
import { makeCode, readCode } from "./link-code.ts";
import { type SignedFields, signLink, verifyLink } from "./link-signature.ts";
import { resolveSmartLink } from "./smart-link.ts";

const secret = "a test secret of more than 32 characters";
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const suffixes = alphabet.length ** 3;
const suffixOf = (n: number) =>
  [n >> 10, (n >> 5) & 31, n & 31].map((digit) => alphabet[digit]).join("");

/** Those of `count` guesses that are let through. */
async function passing(count: number, guess: (n: number) => string): Promise<string[]> {
  const found: string[] = [];
  const atOnce = 1024;
  for (let begin = 0; begin < count; begin += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - begin) }, (_, i) => begin + i);
    const read = await Promise.all(some.map((n) => readCode(guess(n), secret)));
    found.push(...some.flatMap((n, i) => (read[i] ? [guess(n)] : [])));
  }
  return found;
}

describe("the check characters", () => {
  it("let exactly one of all 32,768 endings pass, whatever the beginning", async () => {
    const code = await makeCode(new Uint8Array([3, 141, 59, 26, 53, 58, 97, 93, 238]), secret);
    const passed = await passing(suffixes, (n) => code.slice(0, 9) + suffixOf(n));
    expect(passed).toEqual([code]);
  });

  it("let guesses pass at a rate that agrees with 2^-15", async () => {
    // Of as many guesses, each with another beginning, four are expected. With a true rate of 2^-15
    // the bounds are missed for 2 secrets in 100; this secret is fixed, and so is the answer.
    const guesses = await passing(4 * suffixes, (n) => {
      const beginning = n
        .toString(32)
        .padStart(9, "0")
        .replaceAll(/[ilou]/g, "z");
      return beginning + suffixOf((n * 7919) % suffixes);
    });
    const passed = guesses.length;
    expect(passed).toBeGreaterThanOrEqual(1);
    expect(passed).toBeLessThanOrEqual(13);
  });
});

const key = (n: number) => ({ id: `k${n}`, secret: `signing secret number ${n}, long enough` });
const word = fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" });
const record: fc.Arbitrary<SignedFields> = fc.record({
  code: fc.string({ minLength: 12, maxLength: 12, unit: fc.constantFrom(...alphabet) }),
  inviterId: fc.nat().map((n) => newId("user", n)),
  loop: fc.constantFrom(...loops),
  destination: word,
  params: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean())),
  expiresAt: fc.nat(),
});
const fieldNames = ["code", "inviterId", "loop", "destination", "params", "expiresAt"] as const;

describe("a signature", () => {
  it("holds for the record as JSON brings it back, and for no record with another field", async () => {
    const differing = fc.tuple(record, record, fc.constantFrom(...fieldNames));
    await fc.assert(
      fc.asyncProperty(differing, async ([fields, other, name]) => {
        const signed = { ...fields, ...(await signLink(fields, [key(1)])) };
        expect(await verifyLink(JSON.parse(JSON.stringify(signed)), [key(1)])).toBe(true);
        const nfc = (value: unknown) => JSON.stringify(value).normalize("NFC");
        fc.pre(nfc(fields[name]) !== nfc(other[name]));
        // Only the order of the params may differ.
        fc.pre(name !== "params" || Object.keys(fields.params).length < 2);
        expect(await verifyLink({ ...signed, [name]: other[name] }, [key(1)])).toBe(false);
      }),
    );
  });

  it("outlives every rotation that keeps its key, and none that drops it", async () => {
    await fc.assert(
      fc.asyncProperty(record, fc.integer({ min: 0, max: 6 }), async (fields, later) => {
        const signed = { ...fields, ...(await signLink(fields, [key(0)])) };
        const newer = Array.from({ length: later }, (_, n) => key(later - n));
        expect(await verifyLink(signed, [...newer, key(0)])).toBe(true);
        expect(await verifyLink(signed, newer)).toBe(false);
      }),
    );
  });
});

describe("the resolver", () => {
  const slug = fc.stringMatching(/^[a-z][a-z0-9]{2,8}(-[a-z0-9]{1,8}){0,2}$/);
  const now = 1_800_000_000_000;
  const link = (fields: Pick<SignedFields, "destination" | "params">, lifeMs = 1) => ({
    linkId: newId("link", now),
    code: "abcdefghjkmn",
    inviterId: newId("user", now),
    loop: "buddy_challenge" as const,
    keyId: "k1",
    signature: "",
    revokedAt: null,
    expiresAt: now + lifeMs,
    ...fields,
  });

  it("leads back to what a link was made for, through JSON", () => {
    fc.assert(
      fc.property(slug, (name) => {
        const deck = link({ destination: "fvm.deck", params: { deckId: name } });
        const cohort = link({ destination: "cohort.room", params: { slug: name } });
        const brought = (made: typeof deck) =>
          resolveSmartLink(JSON.parse(JSON.stringify(made)), now);
        expect(brought(deck)).toEqual({ status: "open", path: `/fvm/${name}` });
        expect(brought(cohort)).toEqual({ status: "open", path: `/cohort/${name}` });
      }),
    );
  });

  it("leaves this site by no params, and opens nothing from its expiry on", () => {
    const destination = fc.constantFrom("fvm.deck", "cohort.room", "results.card", "tutor.profile");
    const names = fc.constantFrom("deckId", "slug", "url", "path", "resultId");
    const params = fc.dictionary(names, fc.oneof(fc.webUrl(), fc.string(), slug));
    fc.assert(
      fc.property(destination, params, fc.integer({ min: -5, max: 5 }), (where, what, lifeMs) => {
        const found = resolveSmartLink(link({ destination: where, params: what }, lifeMs), now);
        if (found.status !== "open") return;
        expect(lifeMs).toBeGreaterThan(0);
        const url = new URL(found.path, "https://our.site");
        expect(url.origin).toBe("https://our.site");
        expect(url.pathname + url.search).toBe(found.path);
      }),
    );
  });
});
