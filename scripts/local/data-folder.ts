/** The folder a server keeps its data in: made, writable, and used by one server at a time. */
import { accessSync, constants, existsSync, mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { lockDataFolder } from "#db/local/lock-file.ts";
import { StartFault } from "./start-fault.ts";

export interface DataFolder {
  /** True when the last server here was killed and left its lock behind. */
  afterCrash: boolean;
  release(): void;
}

/** Makes the folder and locks it. Throws one sentence where that is impossible. */
export function claimDataFolder(dataDir: string): DataFolder {
  const made = makeFolder(dataDir);
  const server = join(dataDir, "server");
  const afterCrash = existsSync(`${server}.lock`);
  const lock = lockDataFolder(server);
  const release = () => {
    lock.release();
    if (made) removeIfEmpty(dataDir);
  };
  return { afterCrash, release };
}

/** True when the folder was not there before. */
function makeFolder(dataDir: string): boolean {
  try {
    const made = mkdirSync(dataDir, { recursive: true, mode: 0o700 }) !== undefined;
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return made;
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new StartFault(`DATA_DIR ${dataDir} cannot be made or written to (${code}).`);
  }
}

function removeIfEmpty(dataDir: string): void {
  try {
    rmdirSync(dataDir);
  } catch {
    // It holds data by now.
  }
}
