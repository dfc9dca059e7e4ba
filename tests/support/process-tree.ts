/** The processes that a server consists of, to see that none is left behind. */
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** The ids of all processes below `pid`. */
export function descendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found: number[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    parents = rows.flatMap(([id = 0, parent = 0]) => (parents.includes(parent) ? [id] : []));
    found.push(...parents);
  }
  return found;
}

function isAlive(pid: number): boolean {
  try {
    const state = execFileSync("ps", ["-p", String(pid), "-o", "stat="], { encoding: "utf8" });
    return !state.trim().startsWith("Z");
  } catch {
    return false;
  }
}

/** Those of `pids` that still live after at most `patienceMs`. */
export async function survivors(pids: readonly number[], patienceMs: number): Promise<number[]> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const living = pids.filter(isAlive);
    if (living.length === 0 || Date.now() > until) return living;
    await sleep(50);
  }
}
