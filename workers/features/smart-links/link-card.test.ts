import { expect, it } from "vitest";
import { linkCard } from "./link-card.ts";

const link = { loop: "buddy_challenge", destination: "fvm.deck" } as const;

it("linkCard shows the deck's subject and the challenge's band", () => {
  const challenge = { score: 4, total: 5, durationMs: 62_000 };
  const card = linkCard({ ...link, params: { deckId: "alg-expressions", challenge } });
  const fields = { persona: "student", loop: "buddy_challenge", subject: "algebra" };
  expect(card).toEqual({ ...fields, score: 4, streakDays: 0 });
});

it("linkCard shows no score below two of five, and none without a challenge", () => {
  const challenge = { score: 1, total: 5, durationMs: 62_000 };
  expect(linkCard({ ...link, params: { deckId: "phy-motion", challenge } }).score).toBe(0);
  expect(linkCard({ ...link, params: { deckId: "phy-motion" } }).score).toBe(0);
});

it("linkCard speaks for the loop's persona, and of no subject where there is no deck", () => {
  const room = { destination: "cohort.room", params: { slug: "alg-101" } };
  expect(linkCard({ ...room, loop: "proud_parent" })).toMatchObject({
    persona: "parent",
    subject: "any",
  });
  expect(linkCard({ ...room, loop: "tutor_spotlight" }).persona).toBe("tutor");
});

it("linkCard is a shared result's own card, and shows a tutor's or a group's subject", () => {
  const card = { persona: "student", loop: "results_rally", subject: "physics" } as const;
  const params = { ...card, score: 3, streakDays: 7 } as const;
  const shared = { loop: "results_rally", destination: "results.card", params } as const;
  expect(linkCard(shared)).toEqual(params);
  const place = { params: { slug: "kind-lantern-42", subject: "reading" } };
  const tutor = { ...place, loop: "tutor_spotlight", destination: "tutor.profile" } as const;
  expect(linkCard(tutor)).toMatchObject({ persona: "tutor", subject: "reading" });
});
