import { expect, test } from "vitest";
import { addToast, type Toast } from "./toast-stack.ts";

const wordsOf = (shown: readonly Toast[]) => shown.map(({ words }) => words);
const stack = (...words: string[]) =>
  words.reduce<readonly Toast[]>((shown, one) => addToast(shown, one), []);

test("later news take nobody the answer to a tap", () => {
  expect(wordsOf(stack("You two are friends now.", "You have news."))).toEqual([
    "You two are friends now.",
    "You have news.",
  ]);
});

test("the oldest of four goes", () => {
  expect(wordsOf(stack("one", "two", "three", "four"))).toEqual(["two", "three", "four"]);
});

test("the same words are said once, as the latest, and begin anew", () => {
  const before = stack("one", "two");
  const after = addToast(before, "one");
  expect(wordsOf(after)).toEqual(["two", "one"]);
  expect(before.map(({ n }) => n)).not.toContain(after.at(-1)?.n);
});

test("no two that are shown have the same number", () => {
  const numbers = stack("one", "two", "one", "three", "two").map(({ n }) => n);
  expect(new Set(numbers).size).toBe(numbers.length);
});
