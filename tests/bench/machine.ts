/** What this machine allows, and what else it does. */
import { readFileSync } from "node:fs";

/** workerd uses two file descriptors for each socket, and some for itself. */
const spareFiles = 400;

/** As many as the limit of open files allows. */
export function mostSockets(): number {
  const limit = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
  return Math.floor((Number(limit ?? 0) - spareFiles) / 2);
}

/** What all but the server and this process used so far: where it is much, times are not ours. */
export function othersCpuMs(serverMs: number): number {
  const [, user = 0, nice = 0, system = 0] = readFileSync("/proc/stat", "utf8")
    .split("\n", 1)[0]
    ?.split(/\s+/)
    .map(Number) ?? [0];
  const own = process.cpuUsage();
  return (user + nice + system) * 10 - serverMs - (own.user + own.system) / 1000;
}
