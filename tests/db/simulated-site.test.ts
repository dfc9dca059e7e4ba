/** People who act through the procedures leave the K that the simulation's own events say. */
import { expect, it } from "vitest";
import { estimateFromEvents, simulatedEndMs } from "../../scripts/simulate/estimate.ts";
import { defaultOptions } from "../../scripts/simulate/options.ts";
import { countThroughApi } from "../../scripts/simulate/simulated-site.ts";
import { simulateWorld } from "../../scripts/simulate/simulated-world.ts";

it("K of the interface's database is K of the simulated events, by both routes", async () => {
  const honest = { bots: 0, selfInviters: 0, households: 0, late: 0, doubled: 0, skewed: 0 };
  const small = { k: 0.9, days: 22, arrivals: 1, personas: [1, 0, 0] as const, seed: 3 };
  const world = simulateWorld({ ...defaultOptions, ...honest, ...small }, simulatedEndMs);
  const counted = estimateFromEvents(world);
  const landed = await countThroughApi(world);
  expect(landed).toEqual({ estimate: counted, differences: 0 });
  expect(counted.k).toBeGreaterThan(0);
  expect(counted.n).toBeGreaterThan(4);
}, 120_000);
