/** What a browser loads for a page before it is alive: read from the build, weighed as gzip. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type PageModules, pageModulesFile } from "./page-chunks.ts";

interface Loaded {
  module: string;
  imports?: readonly string[];
}

/** The part of Remix's manifest that says what is loaded. */
export interface PageManifest {
  entry: Loaded;
  routes: Record<string, Loaded>;
}

export interface PageFile {
  path: string;
  bytes: number;
  gzBytes: number;
  modules: readonly string[];
}

/** The manifest that Remix left for the browser. */
export function readPageManifest(root: string): PageManifest {
  const folder = join(root, "build/client/assets");
  const name = readdirSync(folder).find((file) => /^manifest-\w+\.js$/.test(file));
  if (!name) throw new Error("there is no manifest: run npm run build");
  const text = readFileSync(join(folder, name), "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}

/** Entry, root and the route, each with all that it imports statically, in that order. */
export function filesOfPage({ entry, routes }: PageManifest, route: string): string[] {
  const parts = [entry, routes["root"], routes[route]];
  const paths = parts.flatMap((part) => {
    if (!part) throw new Error(`the manifest knows no route ${route}`);
    return [part.module, ...(part.imports ?? [])];
  });
  return [...new Set(paths)];
}

/** The files of a route's page (`routes/home`), each weighed by itself, as it travels. */
export function weighPage(root: string, route: string): PageFile[] {
  const known: PageModules = JSON.parse(readFileSync(join(root, pageModulesFile), "utf8"));
  return filesOfPage(readPageManifest(root), route).map((path) => {
    const content = readFileSync(join(root, "build/client", path));
    const modules = known[path] ?? [];
    return { path, bytes: content.length, gzBytes: gzipSync(content).length, modules };
  });
}

export function sumGz(files: readonly PageFile[]): number {
  return files.reduce((sum, { gzBytes }) => sum + gzBytes, 0);
}
