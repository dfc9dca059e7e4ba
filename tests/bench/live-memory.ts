/** What sockets weigh: memory of the process, and of the Worker's own heap. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Closers } from "../../scripts/local/closers.ts";
import { toCapnpText } from "./capnp-text.ts";
import { liveHeapBytes } from "./heap-snapshot.ts";
import { inParallel } from "./in-parallel.ts";
import { withInspector } from "./inspector.ts";
import { pause } from "./live-crowd.ts";
import { knock, type LiveWire } from "./live-wire.ts";
import { readWorkerSettings } from "./worker-settings.ts";
import { startWorkerd } from "./workerd-process.ts";

/** Of one socket. */
export interface Weight {
  /** Resident memory of the process, with what lives in V8's heap and not what V8 holds besides. */
  residentBytes: number;
  /** What lives in V8's heap. */
  heapBytes: number;
}

export interface Weighed {
  inspectorPort: number | null;
  residentBytes(): number | null;
}

/** Resident memory that is not V8's, in bytes: how much V8 holds depends on when it collects. */
function weighOutsideHeap(server: Weighed, service: string): Promise<number> {
  return withInspector(server.inspectorPort ?? 0, service, async ({ send }) => {
    const { totalSize } = await send<{ totalSize: number }>("Runtime.getHeapUsage");
    return (server.residentBytes() ?? 0) - totalSize;
  });
}

/**
 * What lives in V8's heap, in bytes: its own count of used bytes has garbage in it, and once fell
 * while sockets came. The process keeps memory that a snapshot needed: what is resident is read
 * before. `service` is the Worker's name in the configuration.
 */
function weighHeap(server: Weighed, service: string): Promise<number> {
  return withInspector(server.inspectorPort ?? 0, service, async ({ send, hear }) => {
    const chunks: string[] = [];
    const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
    hear("HeapProfiler.addHeapSnapshotChunk", keep);
    await send("HeapProfiler.enable");
    await send("HeapProfiler.takeHeapSnapshot");
    // Else V8 goes on following where each object of the snapshot moves: half as much CPU again.
    await send("HeapProfiler.disable");
    return liveHeapBytes(chunks.join(""));
  });
}

export interface Growth {
  server: Weighed;
  service: string;
  /** Lets `sockets` come; resolves when all are there, awake and known to their objects. */
  grow(sockets: number): Promise<void>;
}

/**
 * Grows to `from` sockets and then to `to`, and answers what one weighs. Resident memory is taken
 * from the second part alone: what a Worker takes with its first sockets (its code, its objects,
 * the heap it takes in advance) is no socket's.
 */
export async function weighGrowth(growth: Growth, from: number, to: number): Promise<Weight> {
  const { server, service, grow } = growth;
  const heapBefore = await weighHeap(server, service);
  await grow(from);
  const before = await weighOutsideHeap(server, service);
  await grow(to - from);
  const after = await weighOutsideHeap(server, service);
  const heapBytes = ((await weighHeap(server, service)) - heapBefore) / to;
  return { residentBytes: (after - before) / Math.max(1, to - from) + heapBytes, heapBytes };
}

const root = fileURLToPath(new URL("../..", import.meta.url));
/** In that time the echo has gone to all. */
const settleMs = 1_000;

/** What one socket of a bare hibernating echo object weighs. */
export async function weighEchoSocket(
  from: number,
  sockets: number,
  closers: Closers,
): Promise<Weight> {
  const { port, server, stop } = await serveEcho(closers);
  // Has loaded what the first socket loads.
  const wires: LiveWire[] = [await echoSocket(port)];
  const grow = async (more: number) => {
    wires.push(...(await inParallel(Array.from({ length: more }), 60, () => echoSocket(port))));
    // Ours are awake and know all their sockets: the echo object is weighed in the same state.
    wires[0]?.send("all");
    await pause(settleMs);
  };
  const weight = await weighGrowth({ server, service: "echo", grow }, from, sockets);
  for (const wire of wires) wire.drop();
  await stop();
  return weight;
}

/** A socket that has said something and was answered. */
function echoSocket(port: number): Promise<LiveWire> {
  return new Promise((resolve, reject) => {
    const door = { port, path: "/", origin: "http://localhost", protocols: [] };
    const refused = () => reject(new Error("the echo object refused a socket"));
    let wire: LiveWire | null = null;
    const onText = () => {
      if (wire) resolve(wire);
    };
    void knock(door, { onText, onClose: refused }).then((knocked) => {
      if (knocked.status !== "open") return refused();
      wire = knocked.wire;
      wire.send("hello");
    });
  });
}

async function serveEcho(closers: Closers) {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-echo-"));
  closers.add(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: [join(root, "tests/bench/echo-object.ts")],
    outfile: join(folder, "echo.js"),
    bundle: true,
    format: "esm",
    external: ["cloudflare:*"],
    logLevel: "warning",
  });
  mkdirSync(join(folder, "storage"));
  const { compatibilityDate, compatibilityFlags } = await readWorkerSettings(root);
  const object = { className: "EchoObject", uniqueKey: "bench-echo", enableSql: true };
  const worker = {
    modules: [{ name: "echo.js", esModule: { embed: "echo.js" } }],
    ...{ compatibilityDate, compatibilityFlags },
    bindings: [{ name: "ECHOES", durableObjectNamespace: object.className }],
    durableObjectNamespaces: [object],
    durableObjectStorage: { localDisk: "storage" },
  };
  const storage = { path: join(folder, "storage"), writable: true };
  const config = {
    services: [
      { name: "echo", worker },
      { name: "storage", disk: storage },
    ],
    sockets: [{ name: "echo", address: "127.0.0.1:0", http: {}, service: "echo" }],
  };
  const file = join(folder, "workerd.capnp");
  const using = 'using Workerd = import "/workerd/workerd.capnp";';
  writeFileSync(file, `${using}\nconst config :Workerd.Config = ${toCapnpText(config)};\n`);
  const workerd = await startWorkerd(file, ["echo", "inspector"]);
  closers.add(workerd.stop);
  const { residentBytes, stop } = workerd;
  const server = { inspectorPort: workerd.ports["inspector"] ?? null, residentBytes };
  return { port: workerd.ports["echo"] ?? 0, server, stop };
}
