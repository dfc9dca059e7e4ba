/** A workerd process: started with a configuration, asked for its ports, measured, ended. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import workerd from "workerd";
import { BenchFault } from "./bench-fault.ts";

export interface WorkerdProcess {
  /** By the socket's name; the inspector's is `inspector`. */
  ports: Readonly<Record<string, number>>;
  /** CPU time so far, of all its threads, in milliseconds; null where the system does not tell. */
  cpuMs(): number | null;
  /** Memory that is resident now, in bytes; null where the system does not tell. */
  residentBytes(): number | null;
  stop(): Promise<void>;
}

const startLimitMs = 15_000;
const keptErrors = 4_000;
/** Linux counts CPU time in hundredths of a second. */
const msPerTick = 10;

/** Resolves when all `sockets` listen, `inspector` among them if asked for. Throws what workerd said when it refuses. */
export function startWorkerd(
  configFile: string,
  sockets: readonly string[],
): Promise<WorkerdProcess> {
  const inspector = sockets.includes("inspector") ? ["--inspector-addr=127.0.0.1:0"] : [];
  const args = ["serve", "--experimental", "--control-fd=3", ...inspector, configFile];
  const child = spawn(workerd.default, args, {
    // The Worker's log lines cost their time, but nobody reads them here.
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr?.on("data", (data) => {
    errors = (errors + data).slice(-keptErrors);
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => {
      void stop();
      reject(new BenchFault(`workerd ${why}:\n${errors.trim()}`));
    };
    const timer = setTimeout(() => refuse("did not listen in time"), startLimitMs);
    child.once("exit", () => refuse("ended"));
    let said = "";
    child.stdio[3]?.on("data", (data: Buffer) => {
      said += data;
      const ports = readPorts(said);
      if (!sockets.every((name) => name in ports)) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      const cpuMs = () => cpuMsOf(child.pid);
      resolve({ ports, stop, cpuMs, residentBytes: () => residentBytesOf(child.pid) });
    });
  });
}

/** From whole lines such as `{"event":"listen","socket":"app","port":4000}`. */
function readPorts(text: string): Record<string, number> {
  const ports: Record<string, number> = {};
  for (const line of text.split("\n").slice(0, -1)) {
    const { event, socket, port } = JSON.parse(line);
    if (event === "listen") ports[socket] = port;
    if (event === "listen-inspector") ports["inspector"] = port;
  }
  return ports;
}

function cpuMsOf(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  } catch {
    return null;
  }
}

function residentBytesOf(pid: number | undefined): number | null {
  try {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kb ? Number(kb) * 1024 : null;
  } catch {
    return null;
  }
}
