/** npm leaves a platform's package out of the lock when the registry lacks it: `npm ci` then fails. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

/** The optional packages that some package names and the lock does not hold. */
export function missingFromLock({ packages }: Lock): string[] {
  const marker = "node_modules/";
  const held = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf(marker) + marker.length)),
  );
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held.has(name))
      .map(
        (name) => `${path} needs ${name}@${optionalDependencies[name]}, which is not in the lock`,
      ),
  );
}

export async function checkLockFile(root: string): Promise<{ ok: boolean; output: string }> {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const missing = missingFromLock(lock);
  return { ok: missing.length === 0, output: missing.join("\n") };
}
