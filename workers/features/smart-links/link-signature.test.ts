import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import {
  canonicalJson,
  type SignedFields,
  signedBytes,
  signLink,
  verifyLink,
} from "./link-signature.ts";

const oldKey = { id: "k1", secret: "the first signing secret, 32 chars+" };
const newKey = { id: "k2", secret: "the second signing secret, 32 chars" };
const fields: SignedFields = {
  code: "abcdefghjkmn",
  inviterId: newId("user", 1_700_000_000_000),
  loop: "buddy_challenge",
  destination: "fvm.deck",
  params: { deckId: "alg-expressions", challenge: { score: 4, total: 5, durationMs: 62_000 } },
  expiresAt: 1_800_000_000_000,
};

describe("link signatures", () => {
  it("verify what was signed", () => {
    const signed = signLink(fields, [newKey]);
    expect(verifyLink({ ...fields, ...signed }, [newKey])).toBe(true);
  });

  it("fail when any field is changed", () => {
    const signed = signLink(fields, [newKey]);
    const changes: Partial<SignedFields>[] = [
      { code: "abcdefghjkmp" },
      { inviterId: newId("user", 1_700_000_000_001) },
      { loop: "proud_parent" },
      { destination: "cohort.room" },
      { params: { ...fields.params, deckId: "alg-linear-equations" } },
      { expiresAt: fields.expiresAt + 1 },
    ];
    for (const change of changes) {
      const record = { ...fields, ...signed, ...change };
      expect(verifyLink(record, [newKey]), Object.keys(change)[0]).toBe(false);
    }
    expect(verifyLink({ ...fields, ...signed, keyId: "k1" }, [newKey, oldKey])).toBe(false);
  });

  it("survive a rotation while the old key is on the ring, and fall with it", () => {
    const signed = signLink(fields, [oldKey]);
    expect(verifyLink({ ...fields, ...signed }, [newKey, oldKey])).toBe(true);
    expect(verifyLink({ ...fields, ...signed }, [newKey])).toBe(false);
  });

  it("do not depend on the order of the params", () => {
    const signed = signLink(fields, [newKey]);
    const params = JSON.parse(
      '{"challenge":{"total":5,"durationMs":62000,"score":4},"deckId":"alg-expressions"}',
    );
    expect(verifyLink({ ...fields, ...signed, params }, [newKey])).toBe(true);
  });

  it("cover bytes that no other record has", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        fc.pre(
          a.normalize("NFC") !== c.normalize("NFC") || b.normalize("NFC") !== d.normalize("NFC"),
        );
        const one = signedBytes({ ...fields, code: a, destination: b }, "k2");
        const two = signedBytes({ ...fields, code: c, destination: d }, "k2");
        expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
      }),
    );
  });

  it("write JSON with sorted keys and without undefined", () => {
    expect(canonicalJson({ b: [1, { d: 1, c: null }], a: undefined, A: "x" })).toBe(
      '{"A":"x","b":[1,{"c":null,"d":1}]}',
    );
  });
});
