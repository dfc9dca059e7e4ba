import { getHeapSnapshot } from "node:v8";
import { expect, it } from "vitest";
import { liveHeapBytes } from "./heap-snapshot.ts";

async function liveBytes(): Promise<number> {
  let text = "";
  for await (const chunk of getHeapSnapshot().setEncoding("utf8")) text += chunk;
  return liveHeapBytes(text);
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

it("reads what V8 writes: a million numbers more", async () => {
  const before = await liveBytes();
  const kept = Array.from({ length: 1_000 }, () => new Array(1_000).fill(0.5));
  const grown = (await liveBytes()) - before;
  expect(grown).toBeGreaterThan(7_500_000);
  expect(grown).toBeLessThan(10_000_000);
  expect(kept).toHaveLength(1_000);
});
