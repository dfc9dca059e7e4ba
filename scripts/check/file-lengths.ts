/** Files stay under 300 lines and rooms under 200; functions are counted by Biome. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = ["{app,workers,db,shared,scripts,tests}/**/*.{ts,tsx,mjs,js}", "*.{ts,js,mjs,cjs}"];
/** Generated files, and the decks' contents, are as long as they are. */
const exempt = /^db\/migrations\/|\/content\//;
const limits = { room: 200, file: 300 };

/** What is wrong with a file of so many lines, or null. */
export function lengthFault(path: string, lines: number): string | null {
  if (exempt.test(path)) return null;
  const limit = path.endsWith(".room.ts") ? limits.room : limits.file;
  return lines < limit ? null : `${path} has ${lines} lines, and must have fewer than ${limit}`;
}

export async function checkFileLengths(root: string): Promise<{ ok: boolean; output: string }> {
  const faults = globSync(sources, { cwd: root }).flatMap((path) => {
    const lines = readFileSync(join(root, path), "utf8").trimEnd().split("\n").length;
    return lengthFault(path.replaceAll("\\", "/"), lines) ?? [];
  });
  return { ok: faults.length === 0, output: faults.sort().join("\n") };
}
