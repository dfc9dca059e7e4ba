import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { liveHeapBytes } from "./heap-snapshot.ts";

/** What lives in a process of its own that keeps so many numbers. */
function liveBytes(numbers: number): number {
  const keep = `globalThis.kept = new Array(${numbers}).fill(0.5);`;
  const code = `${keep} require("node:v8").getHeapSnapshot().pipe(process.stdout)`;
  const text = execFileSync(process.execPath, ["-e", code], { maxBuffer: 2 ** 28 });
  return liveHeapBytes(text.toString());
}

it("counts what V8 holds, not what the runtime only shows", () => {
  const meta = {
    node_fields: ["type", "name", "id", "self_size", "edge_count"],
    node_types: [["hidden", "object", "string", "native", "synthetic"], "string"],
  };
  const node = (type: number, size: number) => [type, 0, 1, size, 0];
  const nodes = [node(1, 40), node(2, 24), node(3, 1_000), node(4, 500), node(0, 8)].flat();
  expect(liveHeapBytes(JSON.stringify({ snapshot: { meta }, nodes }))).toBe(72);
});

it("reads what V8 writes: a million numbers more", () => {
  const grown = liveBytes(1_000_000) - liveBytes(1);
  expect(grown).toBeGreaterThan(7_500_000);
  expect(grown).toBeLessThan(9_000_000);
});
