/** Serves the built Worker by bare workerd, with everything around it stood in. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { findModules } from "../../scripts/bundle/module-kinds.ts";
import { BenchFault } from "./bench-fault.ts";
import type { BenchServer, ServeParts } from "./bench-server.ts";
import { readWorkerSettings } from "./worker-settings.ts";
import { baselineConfig, workerdConfig } from "./workerd-config.ts";
import { startWorkerd } from "./workerd-process.ts";

const standIns = [
  "baseline-worker",
  "floor-worker",
  "kv-stand-in",
  "queue-stand-in",
  "assets-stand-in",
  "realtime-probe",
];

/** Throws BenchFault with workerd's own words when it refuses the Worker. */
export async function serveByWorkerd(parts: ServeParts): Promise<BenchServer> {
  const { root, port, vars, closers } = parts;
  const folder = await makeFolder(root, closers);
  const settings = await readWorkerSettings(root);
  const roomsFolder = join(folder, "rooms");
  mkdirSync(roomsFolder);
  const text = workerdConfig({
    settings,
    modules: { folder: "worker", files: copyModules(root, folder) },
    standIns: "stand-ins",
    vars,
    assetsFolder: join(root, "build/client"),
    roomsFolder,
    port,
    probe: parts.probe ?? false,
  });
  const extras = [...(parts.probe ? ["probe"] : []), ...(parts.inspect ? ["inspector"] : [])];
  const sockets = ["app", "baseline", "floor", "queue", ...extras];
  let workerd = await start(folder, text, sockets, closers);
  const play = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${workerd.ports["queue"]}${path}`);
    if (!answer.ok) throw new BenchFault(`the queue stand-in answered ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    runtime: "workerd",
    port,
    baselinePort: workerd.ports["baseline"] ?? 0,
    get floorPort() {
      return workerd.ports["floor"] ?? null;
    },
    get probePort() {
      return workerd.ports["probe"] ?? null;
    },
    get inspectorPort() {
      return workerd.ports["inspector"] ?? null;
    },
    cpuMs: () => workerd.cpuMs(),
    residentBytes: () => workerd.residentBytes(),
    async restart() {
      await workerd.stop();
      workerd = await start(folder, text, sockets, closers);
    },
    async deliverQueue() {
      const { delivered, failed } = await play("/deliver");
      if (failed !== 0) throw new BenchFault(`${failed} queue messages could not be delivered`);
      return Number(delivered);
    },
    async runScheduled() {
      const { outcome } = await play("/scheduled");
      if (outcome !== "ok") throw new BenchFault(`the scheduled handler ended with "${outcome}"`);
    },
  };
}

/** The baseline alone, next to a Worker that something else serves. Answers its port. */
export async function serveBaseline({
  root,
  closers,
}: Pick<ServeParts, "root" | "closers">): Promise<number> {
  const folder = await makeFolder(root, closers);
  const settings = await readWorkerSettings(root);
  const text = baselineConfig({ settings, standIns: "stand-ins" });
  const workerd = await start(folder, text, ["baseline"], closers);
  return workerd.ports["baseline"] ?? 0;
}

/** A folder of its own, with the stand-ins in it. */
async function makeFolder(root: string, closers: ServeParts["closers"]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-bench-"));
  closers.add(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: standIns.map((name) => join(root, "tests/bench", `${name}.ts`)),
    outdir: join(folder, "stand-ins"),
    bundle: true,
    format: "esm",
    target: "es2024",
    minify: true,
    conditions: ["workerd", "worker", "browser"],
    logLevel: "warning",
  });
  return folder;
}

async function start(
  folder: string,
  text: string,
  sockets: readonly string[],
  closers: ServeParts["closers"],
) {
  const file = join(folder, "workerd.capnp");
  writeFileSync(file, text);
  const workerd = await startWorkerd(file, sockets);
  closers.add(workerd.stop);
  return workerd;
}

/** Copies the built Worker, so that a build meanwhile changes nothing; what they are, entry first. */
function copyModules(root: string, folder: string) {
  const built = join(root, "build/worker");
  const files = findModules(built);
  for (const { name } of files) cpSync(join(built, name), join(folder, "worker", name));
  return files;
}
