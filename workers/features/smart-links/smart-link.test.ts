import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { resolveSmartLink, type SmartLink } from "./smart-link.ts";

const now = 1_800_000_000_000;
const link: SmartLink = {
  linkId: newId("link", now),
  code: "abcdefghjkmn",
  inviterId: newId("user", now),
  loop: "buddy_challenge",
  destination: "fvm.deck",
  params: { deckId: "alg-expressions" },
  keyId: "k1",
  signature: "",
  expiresAt: now + 1,
  revokedAt: null,
};

describe("resolveSmartLink", () => {
  it("leads to the deep route of its destination", () => {
    expect(resolveSmartLink(link, now)).toEqual({ status: "open", path: "/fvm/alg-expressions" });
    const cohort = { ...link, destination: "cohort.room", params: { slug: "alg-101" } };
    expect(resolveSmartLink(cohort, now)).toEqual({ status: "open", path: "/cohort/alg-101" });
  });

  it("leads to a card's own page, and to a tutor's", () => {
    const card = { persona: "parent", loop: "proud_parent", subject: "biology", score: 5 };
    const params = { ...card, streakDays: 14 };
    const result = { ...link, destination: "results.card", params };
    const path = "/share/parent-proud_parent-biology-5-14";
    expect(resolveSmartLink(result, now)).toEqual({ status: "open", path });
    const broken = { ...result, params: { ...params, score: 1 } };
    expect(resolveSmartLink(broken, now).status).toBe("broken");
    const tutor = { ...link, destination: "tutor.profile", params: { slug: "kind-lantern-42" } };
    expect(resolveSmartLink(tutor, now)).toMatchObject({ path: "/tutors/kind-lantern-42" });
  });

  it("is expired from its expiry on", () => {
    expect(resolveSmartLink(link, now + 1).status).toBe("expired");
  });

  it("is revoked from its revocation on, expired or not", () => {
    expect(resolveSmartLink({ ...link, revokedAt: now }, now + 5).status).toBe("revoked");
  });

  it("never leads to an address that params could choose", () => {
    const params = [
      { deckId: "//evil.example" },
      { deckId: "../x" },
      { url: "https://evil.example" },
      {},
    ];
    for (const bad of params) {
      expect(resolveSmartLink({ ...link, params: bad }, now).status).toBe("broken");
    }
    expect(resolveSmartLink({ ...link, destination: "http://x" }, now).status).toBe("broken");
  });
});
