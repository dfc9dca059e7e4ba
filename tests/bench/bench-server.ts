/** A served Worker, whatever serves it. */
import type { Closers } from "../../scripts/local/closers.ts";

export interface ServeParts {
  root: string;
  /** The port on 127.0.0.1 where the Worker is to listen. */
  port: number;
  /** Its settings and secrets. */
  vars: Record<string, string>;
  closers: Closers;
  /** Opens the inspector, for a CPU profile. Costs a little. */
  inspect?: boolean;
  /** Serves the probe of realtime beside the Worker. */
  probe?: boolean;
}

export interface BenchServer {
  runtime: "workerd" | "miniflare";
  port: number;
  baselinePort: number;
  /** Answers for the subjects' roots; null where it was not asked for. */
  probePort: number | null;
  /** Of what a warm link cannot do without; null where only the baseline is served beside. */
  floorPort: number | null;
  inspectorPort: number | null;
  /** CPU time of the serving process so far, in milliseconds; null where it is not known. */
  cpuMs(): number | null;
  /** Memory of the serving process, in bytes; null where it is not known. */
  residentBytes(): number | null;
  /** Hands the waiting queue messages to the Worker; answers how many. A broker needs no asking. */
  deliverQueue(): Promise<number>;
  /** Calls the cron handler once. */
  runScheduled(): Promise<void>;
  /** Ends the process and starts it anew on what it stored: every connection drops. */
  restart(): Promise<void>;
}
