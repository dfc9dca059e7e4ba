/** Bundles the Worker again whenever its source changes. */
import { watch } from "node:fs";
import { join } from "node:path";

/** A save is several events of the file system: they are one change. */
const settleMs = 60;

/** Calls `onChange` after each change, never twice at once. Returns what ends it. */
export function watchWorker(root: string, onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const changed = (_event: string, name: string | null) => {
    if (name?.endsWith(".test.ts") || (name && !/\.(ts|json)$/.test(name))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, settleMs);
  };
  const watchers = ["workers", "shared", "db/schema"].map((folder) =>
    watch(join(root, folder), { recursive: true }, changed),
  );
  watchers.push(watch(join(root, "db"), changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
