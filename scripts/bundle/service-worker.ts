/** Bundles the service worker, with the list of the files it keeps before they are asked for. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type PageModules, pageModulesFile } from "./page-chunks.ts";
import { filesOfPage, readPageManifest } from "./page-weight.ts";

export interface ShellFile {
  url: string;
  /** Null for a file whose name changes with its content. */
  revision: string | null;
}

export const serviceWorkerFile = "build/client/service-worker.js";

/** The pages that work offline, and what they load only when it is needed. */
const routes = ["routes/home", "routes/cohort.$slug", "routes/fvm.$deckId"];
const loadedLater = [
  "app/features/micro-decks/deck-crossing.tsx",
  "app/features/offline/offline-parts.tsx",
];
const unhashed = ["/favicon.svg"];

/** A bundled file and all that it imports statically; `read` gives the text of a file in its folder. */
export function withImports(name: string, read: (name: string) => string): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    // `import(` is what is loaded later, and not followed.
    for (const [, path] of read(file).matchAll(/(?:from|import)\s*"\.\/([\w.$-]+\.js)"/g))
      if (path) visit(path);
  };
  visit(name);
  return [...found];
}

/** What the service worker fetches as it is installed. */
export function listShell(root: string): ShellFile[] {
  const client = join(root, "build/client");
  const names = readdirSync(join(client, "assets"));
  const read = (name: string) => readFileSync(join(client, "assets", name), "utf8");
  const modules: PageModules = JSON.parse(readFileSync(join(root, pageModulesFile), "utf8"));
  const manifest = readPageManifest(root);
  const later = Object.entries(modules).filter(([, ids]) =>
    ids.some((id) => loadedLater.includes(id)),
  );
  const hashed = new Set([
    ...routes.flatMap((route) => filesOfPage(manifest, route)),
    ...later.flatMap(([path]) => withImports(path.slice("/assets/".length), read).map(asset)),
    ...names.filter((name) => /^(?:root-.*\.css|manifest-\w+\.js)$/.test(name)).map(asset),
    ...names.filter((name) => name.endsWith(".woff2")).map(asset),
  ]);
  const others = unhashed.map((url) => ({ url, revision: hashOf(readFileSync(client + url)) }));
  return [...[...hashed].map((url) => ({ url, revision: null })), ...others];
}

const asset = (name: string) => `/assets/${name}`;
const hashOf = (content: Buffer) => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Writes build/client/service-worker.js; its text changes when any file of the shell does. */
export async function bundleServiceWorker(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["app/service-worker/service-worker.ts"],
    outfile: serviceWorkerFile,
    bundle: true,
    format: "iife",
    target: "es2022",
    platform: "browser",
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"', SHELL: JSON.stringify(listShell(root)) },
    logLevel: "warning",
  });
}

/** What the worker weighs and what it fetches, in bytes of gzip. */
export function weighServiceWorker(root: string): { script: number; shell: number; files: number } {
  const gz = (path: string) => gzipSync(readFileSync(join(root, path))).length;
  const shell = listShell(root);
  return {
    script: gz(serviceWorkerFile),
    shell: shell.reduce((sum, { url }) => sum + gz(`build/client${url}`), 0),
    files: shell.length,
  };
}
