/** Finds where a place in the bundle comes from, by the source maps beside the built Worker. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename, join } from "node:path";

/** A function's place in the bundle; line and column count from 0. */
export interface BundlePlace {
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** Answers `hmac.ts:12` for a place that a map knows, and the bundle's own line otherwise. */
export function sourcePlaces(workerFolder: string): (place: BundlePlace) => string {
  const files = globSync("**/*.js.map", { cwd: workerFolder });
  const paths = new Map(files.map((file) => [basename(file, ".map"), join(workerFolder, file)]));
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    const known = maps.get(file);
    if (known !== undefined) return known;
    const path = paths.get(file);
    const map =
      path && existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : null;
    maps.set(file, map);
    return map;
  };
  return ({ url, lineNumber, columnNumber }) => {
    const file = basename(url);
    if (file === "") return "";
    const entry = mapOf(file)?.findEntry(lineNumber, columnNumber);
    if (entry && "originalSource" in entry) {
      return `${shortName(entry.originalSource)}:${entry.originalLine + 1}`;
    }
    return `${file}:${lineNumber + 1}`;
  };
}

/** The package's name stands for the folders above it. */
function shortName(source: string): string {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?:.*\/)?([^/]+)$/.exec(source);
  if (inPackage) return `${inPackage[1]}/${inPackage[2]}`;
  return source.replace(/^(\.\.\/)+/, "");
}
