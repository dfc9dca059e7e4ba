/** What a request pays for the bundle: the entry always, each lazy part when it is first needed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Metafile } from "esbuild";

type Outputs = Metafile["outputs"];

export interface BundleSize {
  /** gz bytes of the entry and all it imports statically. */
  entry: number;
  /** What each dynamic import adds to the entry, largest first. */
  lazy: { name: string; gzBytes: number }[];
  total: number;
}

/** Everything that loading `start` loads with it. */
function closure(outputs: Outputs, start: string, found = new Set<string>()): Set<string> {
  if (found.has(start)) return found;
  found.add(start);
  for (const item of outputs[start]?.imports ?? []) {
    if (item.kind === "import-statement" && !item.external) closure(outputs, item.path, found);
  }
  return found;
}

/** Sizes in gz bytes; shared chunks are counted in every lazy part that needs them. */
export function measureBundle(
  outputs: Outputs,
  gzBytes: (path: string) => number,
  entry = "app.js",
): BundleSize {
  const sum = (paths: Iterable<string>) => [...paths].reduce((n, path) => n + gzBytes(path), 0);
  const always = closure(outputs, entry);
  const targets = new Set<string>();
  for (const output of Object.values(outputs)) {
    for (const item of output.imports) {
      if (item.kind === "dynamic-import" && !item.external) targets.add(item.path);
    }
  }
  const lazy = [...targets].map((path) => ({
    name: outputs[path]?.entryPoint ?? path,
    gzBytes: sum([...closure(outputs, path)].filter((part) => !always.has(part))),
  }));
  const modules = Object.keys(outputs).filter((path) => !path.endsWith(".map"));
  lazy.sort((a, b) => b.gzBytes - a.gzBytes);
  return { entry: sum(always), lazy, total: sum(modules) };
}

/** gz bytes of a file of the bundle. */
export function gzOf(outdir: string): (path: string) => number {
  const known = new Map<string, number>();
  return (path) => {
    const bytes = known.get(path) ?? gzipSync(readFileSync(join(outdir, path))).length;
    known.set(path, bytes);
    return bytes;
  };
}
