/** Before the browser tests: one server is seeded, and each file's server starts on a copy of it. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server.ts";

/** What most files want: people, decks and groups, and no history. */
export const plainServer: Record<string, string> = { SEED: "people" };

/** Where workers of the runner find it; they inherit its environment. */
const place = "SEEDED_FOLDER";

export default async function setup(): Promise<() => void> {
  const folder = makeFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startServer({ env: plainServer, dataDir: folder });
    await server.kill("SIGINT");
  } catch (error) {
    remove();
    throw error;
  }
  process.env[place] = folder;
  return remove;
}

/** A new folder with what the plain server seeds; the server that is started on it deletes it. */
export function copySeeded(): string {
  const seeded = process.env[place];
  if (!seeded) throw new Error("no server was seeded before the tests");
  const folder = makeFolder();
  cpSync(seeded, folder, { recursive: true });
  return folder;
}

const makeFolder = () => mkdtempSync(join(tmpdir(), "k-factor-"));
