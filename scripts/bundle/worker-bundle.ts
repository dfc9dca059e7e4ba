/** Bundles workers/app.ts for workerd: an entry, and every `await import()` a module of its own. */
import { rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

export interface WorkerBundle {
  /** Root of the project; the bundle goes to build/worker below it unless `outdir` is given. */
  root: string;
  entry?: string;
  outdir?: string;
  /** False: without the built pages, which somebody else renders. */
  pages?: boolean;
}

const builtins = new RegExp(`^(node:.+|${builtinModules.join("|")})$`);
const required = "required-node-builtin";

/** workerd has Node's modules itself: an import becomes `node:x`, a require a module that imports it. */
const nodeBuiltins: Plugin = {
  name: "node-builtins",
  setup(esbuild) {
    esbuild.onResolve({ filter: builtins }, ({ path, kind }) => {
      const name = path.startsWith("node:") ? path : `node:${path}`;
      if (kind === "require-call") return { path: name, namespace: required };
      return { path: name, external: true };
    });
    esbuild.onLoad({ filter: /.*/, namespace: required }, ({ path }) => ({
      contents: `import builtin from "${path}"; module.exports = builtin;`,
      loader: "js",
    }));
  },
};

/** zod keeps its messages in 50 languages where its whole namespace is used; we speak English. */
const oneZodLocale: Plugin = {
  name: "one-zod-locale",
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from "./en.js";`,
      loader: "js",
    }));
  },
};

const withoutPages: Plugin = {
  name: "without-pages",
  setup(esbuild) {
    esbuild.onResolve({ filter: /[\\/]build[\\/]server[\\/]index\.js$/ }, ({ path }) => ({
      path,
      namespace: "no-pages",
    }));
    esbuild.onLoad({ filter: /.*/, namespace: "no-pages" }, () => ({ contents: "export {};" }));
  },
};

/** Bundles and returns esbuild's metafile with paths relative to the output folder. */
export async function bundleWorker(parts: WorkerBundle): Promise<Metafile["outputs"]> {
  const outdir = parts.outdir ?? join(parts.root, "build/worker");
  rmSync(outdir, { recursive: true, force: true });
  const result = await build({
    absWorkingDir: parts.root,
    entryPoints: { app: parts.entry ?? join(parts.root, "workers/app.ts") },
    outdir,
    chunkNames: "chunks/[name]-[hash]",
    assetNames: "chunks/[name]-[hash]",
    // Modules of their own beside the scripts: see module-kinds.ts.
    loader: { ".wasm": "copy", ".woff": "copy" },
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    mainFields: ["browser", "module", "main"],
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    alias: { "co-body": join(parts.root, "scripts/bundle/co-body-stub.ts") },
    define: { "process.env.NODE_ENV": '"production"' },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    sourcemap: "linked",
    metafile: true,
    logLevel: "warning",
    logOverride: { "ignored-bare-import": "silent" },
    plugins: [nodeBuiltins, oneZodLocale, ...(parts.pages === false ? [withoutPages] : [])],
  });
  return fromOutdir(result.metafile.outputs, parts.root, outdir);
}

function fromOutdir(outputs: Metafile["outputs"], root: string, outdir: string) {
  const rename = (path: string) => relative(outdir, join(root, path));
  return Object.fromEntries(
    Object.entries(outputs).map(([path, output]) => [
      rename(path),
      {
        ...output,
        imports: output.imports.map((item) =>
          item.external ? item : { ...item, path: rename(item.path) },
        ),
      },
    ]),
  );
}
