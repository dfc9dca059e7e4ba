/** Starts the real `scripts/start.ts` for a test: its own port, its own folder, a handle to end it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../../scripts/local/free-port.ts";
import { settingNames } from "../../scripts/local/settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readyLimitMs = 90_000;
const stopLimitMs = 15_000;

export interface ServerOptions {
  /** Settings for `scripts/start.ts`; what is not named here is unset, whatever `.env` says. */
  env?: Record<string, string>;
  /** The folder of an earlier server, to start again on its data. */
  dataDir?: string;
  port?: number;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunningServer {
  url: string;
  port: number;
  dataDir: string;
  pid: number;
  /** Everything that it printed so far. */
  output(): string;
  /** Sends a signal and waits for the end of the process. */
  kill(signal: NodeJS.Signals): Promise<Exit>;
  /** Ends it, if it still runs, and deletes its folder. */
  stop(): Promise<void>;
}

export interface ServerProcess {
  child: ChildProcess;
  output(): string;
  exited: Promise<Exit>;
}

/** Starts a program of the project and gathers what it prints. */
export function spawnServer(
  env: Record<string, string>,
  command: string[] = [process.execPath, "scripts/start.ts"],
): ServerProcess {
  const unset = Object.fromEntries(settingNames.map((name) => [name, ""]));
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    // It ends with the test runner, however that ends.
    env: { ...process.env, FORCE_COLOR: "0", END_WITH_PARENT: "1", ...unset, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const keep = (data: Buffer) => {
    text += data;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const exited = once(child, "close").then(([code, signal]) => ({ code, signal }) as Exit);
  return { child, output: () => text, exited };
}

/** Resolves with the address of the line `ready URL`. Throws with the output when it never comes. */
export async function waitUntilReady(server: ServerProcess): Promise<string> {
  const until = Date.now() + readyLimitMs;
  let ended: Exit | null = null;
  void server.exited.then((exit) => {
    ended = exit;
  });
  for (;;) {
    const url = /^ready (\S+)/m.exec(server.output())?.[1];
    if (url) return url;
    if (ended || Date.now() > until) {
      server.child.kill("SIGKILL");
      throw new Error(`the server was not ready:\n${server.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A running server with demo data. The caller stops it. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await findFreePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "k-factor-"));
  const server = spawnServer({ ...options.env, PORT: String(port), DATA_DIR: dataDir });
  const url = await waitUntilReady(server);
  const kill = async (signal: NodeJS.Signals) => {
    server.child.kill(signal);
    return server.exited;
  };
  return {
    url,
    port,
    dataDir,
    pid: server.child.pid ?? 0,
    output: server.output,
    kill,
    async stop() {
      const timer = setTimeout(() => server.child.kill("SIGKILL"), stopLimitMs);
      await kill("SIGINT");
      clearTimeout(timer);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
