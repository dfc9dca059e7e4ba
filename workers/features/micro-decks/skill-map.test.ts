/** Checks the map of a subject's skills. */
import { expect, it } from "vitest";
import { findDeck } from "./deck-catalogue.ts";
import { mapSkills } from "./skill-map.ts";

function deckNamed(id: string) {
  const deck = findDeck(id);
  if (!deck) throw new Error(`no deck ${id}`);
  return deck;
}

it("shows each skill once, a cell for each run, oldest first, and a gap where it was not asked", () => {
  const [first, second] = ["alg-linear-equations", "alg-expressions"].map(deckNamed);
  if (!first || !second) throw new Error("no decks");
  const right = Object.fromEntries(
    second.questions.map(({ id, answer }) => [id, { choice: answer, correct: true, atMs: 1 }]),
  );
  const map = mapSkills([
    { deck: second, answers: right, at: 2 },
    { deck: first, answers: {}, at: 1 },
  ]);
  expect(map.runs.map((run) => run.at)).toEqual([1, 2]);
  expect(new Set(map.skills.map(({ skill }) => skill)).size).toBe(map.skills.length);
  const total = (column: number) =>
    map.skills.reduce((sum, { cells }) => sum + (cells[column]?.total ?? 0), 0);
  expect([total(0), total(1)]).toEqual([5, 5]);
  for (const { cells } of map.skills) {
    expect(cells).toHaveLength(2);
    if (cells[0]) expect(cells[0].correct).toBe(0);
    if (cells[1]) expect(cells[1].correct).toBe(cells[1].total);
  }
});
