/** What a local build calls itself: the package's version and the beginning of its inputs' hash. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function builtVersion(root: string, build: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return `${version}+${build.slice(0, 8)}`;
}
