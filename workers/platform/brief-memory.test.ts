import { expect, it } from "vitest";
import { BriefMemory } from "./brief-memory.ts";

it("recalls the newest value, as long as it lives", () => {
  const memory = new BriefMemory<string>(10);
  expect(memory.recall("a", 0, 100)).toBeNull();
  memory.remember("a", "old", 1_000);
  memory.remember("a", "new", 1_050);
  expect(memory.recall("a", 1_149, 100)).toBe("new");
  expect(memory.recall("a", 1_150, 100)).toBeNull();
  expect(memory.recall("b", 1_100, 100)).toBeNull();
});

it("holds no more than it may", () => {
  const memory = new BriefMemory<number>(10);
  for (let n = 0; n < 50; n++) memory.remember(String(n), n, 0);
  const held = Array.from({ length: 50 }, (_, n) => memory.recall(String(n), 0, 100));
  expect(held.filter((value) => value !== null).length).toBeLessThanOrEqual(10);
  expect(memory.recall("49", 0, 100)).toBe(49);
});
