/** A process that waits for its parent's end and then ends the children that are left behind. */
import { createInterface } from "node:readline";

const living = new Set<number>();

// Ctrl-C reaches the whole terminal group; this one has to be the last.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const pid = Number(line.slice(1));
  if (!Number.isInteger(pid) || pid < 2) return;
  if (line.startsWith("+")) living.add(pid);
  else living.delete(pid);
});
lines.on("close", () => {
  for (const pid of living) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
  process.exit(0);
});
