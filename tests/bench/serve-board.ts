/** Serves the bench's board object by bare workerd, alone, with its storage on disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Closers } from "../../scripts/local/closers.ts";
import { toCapnpText } from "./capnp-text.ts";
import { readWorkerSettings } from "./worker-settings.ts";
import { startWorkerd } from "./workerd-process.ts";

/** Answers the port, and how to ask for the CPU time. Throws BenchFault with workerd's own words when it refuses. */
export async function serveBoard(root: string, closers: Closers) {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-board-"));
  closers.add(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: [join(root, "tests/bench/leaderboard-object.ts")],
    outfile: join(folder, "object.js"),
    bundle: true,
    format: "esm",
    target: "es2024",
    external: ["cloudflare:*"],
    conditions: ["workerd", "worker", "browser"],
    logLevel: "warning",
  });
  mkdirSync(join(folder, "storage"));
  const { compatibilityDate, compatibilityFlags } = await readWorkerSettings(root);
  const worker = {
    modules: [{ name: "object.js", esModule: { embed: "object.js" } }],
    ...{ compatibilityDate, compatibilityFlags },
    bindings: [{ name: "BOARDS", durableObjectNamespace: "BoardObject" }],
    durableObjectNamespaces: [
      { className: "BoardObject", uniqueKey: "bench-board", enableSql: true },
    ],
    durableObjectStorage: { localDisk: "storage" },
  };
  const config = {
    services: [
      { name: "board", worker },
      { name: "storage", disk: { path: join(folder, "storage"), writable: true } },
    ],
    sockets: [{ name: "board", address: "127.0.0.1:0", http: {}, service: "board" }],
  };
  const file = join(folder, "workerd.capnp");
  const head = 'using Workerd = import "/workerd/workerd.capnp";';
  writeFileSync(file, `${head}\nconst config :Workerd.Config = ${toCapnpText(config)};\n`);
  const workerd = await startWorkerd(file, ["board"]);
  closers.add(workerd.stop);
  return { port: workerd.ports["board"] ?? 0, cpuMs: workerd.cpuMs };
}
