/** Serves the built Worker by Miniflare, whose queue broker, KV and R2 are real ones, but slower. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRuntime } from "../../scripts/local/runtime.ts";
import { BenchFault } from "./bench-fault.ts";
import type { BenchServer, ServeParts } from "./bench-server.ts";
import { serveBaseline } from "./serve-by-workerd.ts";

/** For what needs a broker. The baseline runs in a bare workerd beside it. */
export async function serveByMiniflare(parts: ServeParts): Promise<BenchServer> {
  const { root, port, vars, closers } = parts;
  const persistTo = mkdtempSync(join(tmpdir(), "k-factor-bench-"));
  closers.add(() => rmSync(persistTo, { recursive: true, force: true }));
  const runtime = await startRuntime({
    root,
    port,
    workerDir: join(root, "build/worker"),
    persistTo,
    vars,
    quiet: true,
  });
  closers.add(runtime.stop);
  return {
    runtime: "miniflare",
    port,
    baselinePort: await serveBaseline(parts),
    probePort: null,
    floorPort: null,
    inspectorPort: null,
    cpuMs: () => null,
    residentBytes: () => null,
    restart: () => Promise.reject(new BenchFault("only bare workerd is restarted")),
    deliverQueue: async () => 0,
    runScheduled: () => runtime.runScheduled(new Date()),
  };
}
