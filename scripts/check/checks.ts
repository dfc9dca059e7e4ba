/** Everything that can be known about the source without running it, side by side. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkFileLengths } from "./file-lengths.ts";
import { checkLockFile } from "./lock-file.ts";

export interface CheckResult {
  name: string;
  ok: boolean;
  /** What was wrong; the empty text when nothing was. */
  output: string;
  tookMs: number;
}

interface Check {
  name: string;
  run(root: string): Promise<{ ok: boolean; output: string }>;
}

const tool = (name: string, script: string, args: string[]): Check => ({
  name,
  run: (root) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, "node_modules", script), ...args], {
        cwd: root,
        env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      const keep = (data: Buffer) => {
        output += data;
      };
      child.stdout.on("data", keep);
      child.stderr.on("data", keep);
      child.once("error", reject);
      child.once("close", (code) => resolve({ ok: code === 0, output }));
    }),
});

const sourceFolders = ["app", "workers", "db", "shared", "scripts", "tests"];

const checks: Check[] = [
  tool("types", "typescript/bin/tsc", ["--noEmit", "--pretty", "false"]),
  tool("format and lint", "@biomejs/biome/bin/biome", [
    "check",
    "--error-on-warnings",
    "--max-diagnostics=50",
  ]),
  tool("boundaries", "dependency-cruiser/bin/dependency-cruiser.mjs", sourceFolders),
  tool("unused code", "knip/bin/knip.js", ["--no-progress", "--treat-config-hints-as-errors"]),
  { name: "file lengths", run: checkFileLengths },
  { name: "lock file", run: checkLockFile },
];

/** Runs all checks at once; `onResult` hears of each as it ends. */
export function runChecks(
  root: string,
  onResult: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  return Promise.all(
    checks.map(async ({ name, run }) => {
      const begun = performance.now();
      const { ok, output } = await run(root);
      const tookMs = performance.now() - begun;
      const result = { name, ok, output: ok ? "" : output.trim(), tookMs };
      onResult(result);
      return result;
    }),
  );
}

/** One line for a check, and what it found. */
export function describeCheck({ name, ok, output, tookMs }: CheckResult): string {
  const line = `${ok ? "ok    " : "FAILED"} ${name} (${(tookMs / 1000).toFixed(1)} s)`;
  return ok ? line : `${line}\n${output.replaceAll(/^/gm, "    ")}`;
}
