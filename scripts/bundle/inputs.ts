/** Tells whether anything that a build reads has changed since the last one. */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BundleSize } from "./bundle-size.ts";

/** What the last build left in build/.inputs.json. */
export interface BuildRecord {
  /** SHA-256 over the names and contents of all inputs. */
  inputs: string;
  size: BundleSize;
  /** Milliseconds that loading the Worker takes in workerd; null until it was measured. */
  startupMs: number | null;
}

const inputGlobs = [
  "app/**/*",
  "public/**/*",
  "shared/**/*",
  "workers/**/*",
  "db/*.ts",
  "db/schema/**/*",
  "scripts/build.ts",
  "scripts/bundle/**/*",
  "{package.json,package-lock.json,tsconfig.json,vite.config.ts,remix.config.js}",
];
const outputs = [
  "build/client/assets",
  "build/client/service-worker.js",
  "build/server/index.js",
  "build/worker/app.js",
  "build/page-modules.json",
];
const recordFile = "build/.inputs.json";

/** The hash of everything a build reads; tests are no input. */
export function hashInputs(root: string): string {
  const files = globSync(inputGlobs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** The record of the last build, or null where there is none or its files are gone. */
export function readBuildRecord(root: string): BuildRecord | null {
  if (!outputs.every((path) => existsSync(join(root, path)))) return null;
  try {
    return JSON.parse(readFileSync(join(root, recordFile), "utf8"));
  } catch {
    return null;
  }
}

export function writeBuildRecord(root: string, record: BuildRecord): void {
  writeFileSync(join(root, recordFile), `${JSON.stringify(record, null, 2)}\n`);
}
