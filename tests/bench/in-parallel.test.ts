import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inParallel } from "./in-parallel.ts";

test("results stand in the order of the items, and no more run at once than allowed", async () => {
  let running = 0;
  let most = 0;
  const doubled = await inParallel([5, 1, 3, 2, 4], 2, async (item) => {
    most = Math.max(most, ++running);
    await sleep(item);
    running--;
    return item * 2;
  });
  expect(doubled).toEqual([10, 2, 6, 4, 8]);
  expect(most).toBe(2);
});

test("what one of them throws is thrown", async () => {
  const failing = inParallel([1, 2], 2, async (item) => {
    if (item === 2) throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
});
