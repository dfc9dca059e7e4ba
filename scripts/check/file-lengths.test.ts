import { expect, test } from "vitest";
import { lengthFault } from "./file-lengths.ts";

test("lengthFault allows 299 lines and refuses 300", () => {
  expect(lengthFault("workers/app.ts", 299)).toBeNull();
  expect(lengthFault("workers/app.ts", 300)).toContain("fewer than 300");
});

test("lengthFault holds rooms to 200 lines", () => {
  expect(lengthFault("workers/features/cohorts/cohort.room.ts", 199)).toBeNull();
  expect(lengthFault("workers/features/cohorts/cohort.room.ts", 200)).toContain("fewer than 200");
});

test("lengthFault leaves contents and migrations alone", () => {
  expect(lengthFault("workers/features/micro-decks/content/algebra.ts", 900)).toBeNull();
  expect(lengthFault("db/migrations/0000_first.ts", 900)).toBeNull();
});
