/** One build at a time in a checkout: another one waits, and then finds nothing left to do. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DataFolderLock, findRunning, lockDataFolder } from "#db/local/lock-file.ts";

const patienceMs = 120_000;

/** Runs `work` while no other process builds here. Throws when another one never ends. */
export async function aloneInBuild<T>(root: string, work: () => Promise<T>): Promise<T> {
  // Not in build/: Remix deletes that folder when it begins.
  const lock = await takeLock(join(root, "node_modules/.cache/k-factor/build"));
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function takeLock(path: string): Promise<DataFolderLock> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return lockDataFolder(path);
    } catch (error) {
      if (!findRunning(path) || Date.now() > until) throw error;
      await sleep(100);
    }
  }
}
