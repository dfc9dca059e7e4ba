/** Ports of this machine. */
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFault } from "./start-fault.ts";

function tryPort(port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(null)));
  });
}

/** Throws StartFault when the port cannot be had; waits up to `patienceMs` for it to become free. */
export async function requireFreePort(port: number, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const error = await tryPort(port);
    if (!error) return;
    if (error.code === "EACCES") {
      throw new StartFault(
        `PORT ${port} needs rights that you do not have: choose one above 1023.`,
      );
    }
    if (Date.now() >= until) {
      throw new StartFault(
        `PORT ${port} is in use by another program: stop it, or choose another one, as in PORT=${port + 1} npm start.`,
      );
    }
    await sleep(100);
  }
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
