/** Spreads the runs of a coverage over the processors. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { addTally, type CoverageTally, emptyTally } from "./coverage-tally.ts";
import type { SimulationOptions } from "./options.ts";

/** A world is dropped when it is counted: with room for it, none of it is moved to the old heap. */
const youngMb = 256;

/** The same sums whatever the number of threads; a world a thread in memory at a time. */
export async function coverInThreads(
  options: SimulationOptions,
  runs: number,
): Promise<CoverageTally> {
  const step = Math.min(availableParallelism(), runs);
  const parts = Array.from({ length: step }, async (_, first) => {
    const worker = new Worker(new URL("./cover-thread.ts", import.meta.url), {
      workerData: { options, part: { runs, first, step } },
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const [part] = await once(worker, "message");
    return part as CoverageTally;
  });
  const tally = emptyTally();
  for (const part of await Promise.all(parts)) addTally(tally, part);
  return tally;
}
