/** Builds UI and Worker when their inputs changed: Remix by Vite first, then the Worker around it. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { aloneInBuild } from "./build-lock.ts";
import { gzOf, measureBundle } from "./bundle-size.ts";
import { type BuildRecord, hashInputs, readBuildRecord, writeBuildRecord } from "./inputs.ts";
import { bundleServiceWorker } from "./service-worker.ts";
import { measureStartup, readRuntime } from "./startup-time.ts";
import { bundleWorker } from "./worker-bundle.ts";

export interface BuildResult extends BuildRecord {
  /** False when the last build was still good. */
  built: boolean;
  tookMs: number;
}

/** Runs `remix vite:build`; its output is shown only when it fails. */
function buildRemix(root: string): Promise<void> {
  const cli = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, "vite:build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (data: Buffer) => {
      output += data;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`Remix could not be built:\n${output.trim()}`)),
    );
  });
}

/** Builds what changed. With `measure` the start-up time is measured too, once per build (2-3 s). */
export function buildApp(
  root: string,
  options: { measure?: boolean; say?: (line: string) => void } = {},
): Promise<BuildResult> {
  return aloneInBuild(root, async () => {
    const begun = performance.now();
    const inputs = hashInputs(root);
    const known = readBuildRecord(root);
    const current = known?.inputs === inputs ? known : null;
    if (!current) options.say?.("Building the app and the Worker (about ten seconds).");
    const record = current ?? (await buildAll(root, inputs));
    if (options.measure && record.startupMs === null) {
      const runtime = readRuntime(join(root, "wrangler.toml"));
      record.startupMs = await measureStartup(join(root, "build/worker"), runtime);
    }
    writeBuildRecord(root, record);
    return { ...record, built: !current, tookMs: performance.now() - begun };
  });
}

async function buildAll(root: string, inputs: string): Promise<BuildRecord> {
  rmSync(join(root, "build/.inputs.json"), { force: true });
  await buildRemix(root);
  await bundleServiceWorker(root);
  const outputs = await bundleWorker({ root });
  const size = measureBundle(outputs, gzOf(join(root, "build/worker")));
  return { inputs, size, startupMs: null };
}
