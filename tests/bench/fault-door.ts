/** A database that can be cut off, and that sometimes commits without an answer. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Closers } from "../../scripts/local/closers.ts";

export interface FaultCounts {
  /** Statements that store events. */
  deliveries: number;
  /** Of those, committed but not answered. */
  lost: number;
  /** Requests that met a cut database. */
  cutOff: number;
}

export interface FaultDoor {
  url: string;
  cut(): void;
  mend(): void;
  counts(): Promise<FaultCounts>;
}

export async function openFaultDoor(
  proxyUrl: string,
  loseEvery: number,
  closers: Closers,
): Promise<FaultDoor> {
  const thread = new Worker(new URL("./fault-door-thread.ts", import.meta.url), {
    workerData: { proxyUrl, loseEvery },
  });
  const exited = once(thread, "exit");
  closers.add(async () => {
    thread.postMessage("stop");
    await exited;
  });
  const [{ port }] = (await once(thread, "message")) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () => thread.postMessage("cut"),
    mend: () => thread.postMessage("mend"),
    async counts() {
      thread.postMessage("counts");
      const [counts] = (await once(thread, "message")) as [FaultCounts];
      return counts;
    },
  };
}
