/** Loads one target of this machine over keep-alive connections, bounded in time and count. */
import { createHistogram, performance } from "node:perf_hooks";
import { openWire, type Wire } from "./http-wire.ts";

export interface Target {
  name: string;
  /** On 127.0.0.1. */
  port: number;
  /** Sent in turn. */
  requests: readonly Buffer[];
  /** The status that every answer must have. */
  status: number;
}

export interface LoadLimits {
  connections: number;
  durationMs: number;
  maxRequests: number;
}

export interface LoadResult {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers with another status, and broken connections. */
  failures: number;
  /** Share of the time in which this client was busy: near 1 it measures itself. */
  clientBusy: number;
}

const usPerMs = 1000;

/** Each connection sends its next request when the last one is answered. */
export async function load(target: Target, limits: LoadLimits): Promise<LoadResult> {
  const opened = Array.from({ length: limits.connections }, () => openWire(target.port));
  const wires = await Promise.all(opened);
  const latencyUs = createHistogram({ lowest: 1, highest: 60_000_000, figures: 3 });
  const counts = { sent: 0, failures: 0 };
  const idle = performance.eventLoopUtilization();
  const begun = performance.now();
  const mayGoOn = () =>
    counts.sent < limits.maxRequests && performance.now() - begun < limits.durationMs;
  const drive = async (wire: Wire) => {
    while (mayGoOn()) {
      const request = target.requests[counts.sent++ % target.requests.length];
      if (!request) throw new RangeError(`${target.name} has no requests`);
      const sentAt = performance.now();
      const { status } = await wire.exchange(request);
      latencyUs.record(Math.max(1, Math.round((performance.now() - sentAt) * usPerMs)));
      if (status !== target.status) counts.failures++;
    }
  };
  const ends = await Promise.allSettled(wires.map(drive));
  const seconds = (performance.now() - begun) / 1000;
  const clientBusy = performance.eventLoopUtilization(idle).utilization;
  for (const wire of wires) wire.close();
  return {
    requests: latencyUs.count,
    perSecond: latencyUs.count / seconds,
    p50Ms: latencyUs.percentile(50) / usPerMs,
    p99Ms: latencyUs.percentile(99) / usPerMs,
    failures: counts.failures + ends.filter((end) => end.status === "rejected").length,
    clientBusy,
  };
}
