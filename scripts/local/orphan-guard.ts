/** Sees to it that no child process outlives this one, even when this one is killed by -9. */
import { type ChildProcess, spawn } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { fileURLToPath } from "node:url";

/**
 * Starts the sentinel, whose standard input closes when we die, and tells it every child that is
 * started from now on, by us or by a library (workerd, the build).
 */
export function guardOrphans(): void {
  const sentinel = spawn(process.execPath, [fileURLToPath(import.meta.resolve("./sentinel.ts"))], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  sentinel.unref();
  // A pipe to a sentinel that somebody ended must not end us.
  sentinel.stdin.on("error", () => undefined);
  (sentinel.stdin as { unref?: () => void }).unref?.();
  subscribe("child_process", (message) => {
    const child = (message as { process: ChildProcess }).process;
    child.once("spawn", () => sentinel.stdin.write(`+${child.pid}\n`));
    child.once("exit", () => sentinel.stdin.write(`-${child.pid}\n`));
  });
}

/** Calls `end` once the process that started this one is gone; asked for by the bootstrap. */
export function endWithParent(end: () => void): void {
  if (process.env["END_WITH_PARENT"] !== "1") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}
