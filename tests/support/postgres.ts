/** A real PostgreSQL for tests, where its programs are installed. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A temporary cluster of its own. */
export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

const STARTUP_MS = 20_000;

/** Starts a cluster on a free port; `null` when no PostgreSQL is installed. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const bin = findPrograms();
  const account = unprivilegedAccount();
  if (!bin || account === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "k-factor-postgres-"));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, "data");
  const initArgs = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"];
  execFileSync(join(bin, "initdb"), initArgs, { cwd: folder, stdio: "pipe", ...account });
  const port = await freePort();
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    port: String(port),
  };
  const args = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", data, ...args], {
    cwd: folder,
    stdio: "ignore",
    ...account,
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const killLeftover = () => {
    server.kill("SIGQUIT");
    remove();
  };
  process.once("exit", killLeftover);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    process.off("exit", killLeftover);
    await quit(server);
    remove();
  };
  try {
    await answers(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

// Debian keeps them off the PATH; elsewhere they are on it, initdb beside postgres.
export function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => +b - +a) : [];
  const onPath = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" }).stdout?.trim();
  const candidates = versions.map((version) => join(debian, version, "bin"));
  if (onPath) candidates.push(dirname(onPath));
  return candidates.find((bin) => ["initdb", "postgres"].every((p) => existsSync(join(bin, p))));
}

// PostgreSQL refuses to run as root; `null` when there is nobody else to run it as.
function unprivilegedAccount(): Account | undefined | null {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    const [uid, gid] = ids.map(({ stdout }) => Number.parseInt(stdout, 10));
    if (uid && gid) return { uid, gid };
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + STARTUP_MS;
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

function quit(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) {
      resolve();
      return;
    }
    server.once("exit", () => resolve());
    // Its files are thrown away, so it need not write them out in order.
    server.kill("SIGQUIT");
  });
}
