import { expect, test } from "vitest";
import { interactiveAt } from "./page-load.ts";

test("a page is interactive at the mark when the main thread is quiet from there on", () => {
  expect(interactiveAt(1000, [])).toBe(1000);
  expect(interactiveAt(1000, [{ start: 200, end: 400 }])).toBe(1000);
  expect(interactiveAt(1000, [{ start: 1600, end: 1900 }])).toBe(1000);
});

test("a page is interactive only after the long tasks that follow the mark closely", () => {
  const tasks = [
    { start: 1700, end: 1800 },
    { start: 950, end: 1250 },
  ];
  expect(interactiveAt(1000, tasks)).toBe(1800);
});
