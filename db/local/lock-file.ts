/** One process at a time on a data folder: PGlite itself would let two in and ruin it. */
import { randomUUID } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { LocalDatabaseError } from "#db/local/errors.ts";

/** Where the process that has the folder can be reached. */
export interface LockedPorts {
  httpPort: number;
  tcpPort?: number;
  connectionString: string;
}

interface LockContents {
  pid: number;
  /** Tells a living process from a later one with the same number; `null` where unknown. */
  startedAt: string | null;
  ports?: LockedPorts;
}

/** A held lock. */
export interface DataFolderLock {
  /** Lets other processes find the server. */
  publish(ports: LockedPorts): void;
  release(): void;
}

/** Takes the folder's lock or says who has it. */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const path = lockPath(dataDir);
  mkdirSync(dirname(path), { recursive: true });
  const own: LockContents = { pid: process.pid, startedAt: startOf(process.pid) };
  if (!placeNew(path, own)) {
    evictDead(path, dataDir);
    if (!placeNew(path, own)) throw inUse(dataDir, read(path)?.pid);
  }
  return {
    publish: (ports) => {
      const temporary = writeTemporary(path, { ...own, ports });
      renameSync(temporary, path);
    },
    release: () => rmSync(path, { force: true }),
  };
}

/** The lock of a living process on this folder, if there is one; its ports may still be missing. */
export function findRunning(dataDir: string): { pid: number; ports?: LockedPorts } | null {
  const contents = read(lockPath(dataDir));
  return contents && isAlive(contents) ? contents : null;
}

function lockPath(dataDir: string): string {
  return `${dataDir}.lock`;
}

// link() either makes the complete file or fails: nobody ever reads a half-written lock.
function placeNew(path: string, contents: LockContents): boolean {
  const temporary = writeTemporary(path, contents);
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(temporary);
  }
}

function writeTemporary(path: string, contents: LockContents): string {
  const temporary = `${path}.${randomUUID()}`;
  writeFileSync(temporary, JSON.stringify(contents));
  return temporary;
}

// Between reading and moving it away somebody else may have replaced the dead lock by a living
// one; whoever moved that one puts it back.
function evictDead(path: string, dataDir: string): void {
  const seen = read(path);
  if (seen && isAlive(seen)) throw inUse(dataDir, seen.pid);
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved && isAlive(moved)) {
    linkSync(aside, path);
    unlinkSync(aside);
    throw inUse(dataDir, moved.pid);
  }
  unlinkSync(aside);
}

function read(path: string): LockContents | null {
  try {
    const contents = JSON.parse(readFileSync(path, "utf8")) as LockContents;
    return Number.isInteger(contents.pid) ? contents : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, startedAt }: LockContents): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const start = startOf(pid);
  return startedAt === null || start === null || start === startedAt;
}

// Process numbers come back soon in containers, so the start time (Linux only) is compared too.
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function inUse(dataDir: string, pid: number | undefined): LocalDatabaseError {
  return new LocalDatabaseError(
    `The data folder ${dataDir} is in use by process ${pid ?? "?"}: stop that process, or set DATA_DIR to another folder.`,
  );
}
