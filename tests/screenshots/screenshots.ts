/** `npm run screenshots`: every page at two widths, light and dark, into the folder screenshots. */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findBrowser } from "#tests/support/find-browser.ts";
import { startServer } from "#tests/support/server.ts";
import { createClosers } from "../../scripts/local/closers.ts";
import { guardOrphans } from "../../scripts/local/orphan-guard.ts";
import { appShots } from "./app-shots.ts";
import type { Shot } from "./shot.ts";
import { shots } from "./shots.ts";
import { takeShots } from "./take-shots.ts";

const folder = fileURLToPath(new URL("../../screenshots/", import.meta.url));
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--hide-scrollbars",
];
const closers = createClosers();

async function run(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const server = await startServer({ env: { SEED: "demo" } });
  closers.add(server.stop);
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  closers.add(() => browser.close());
  const asked = process.argv.slice(2);
  const wanted = shots.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const files: string[] = [];
  const faults: string[] = [];
  for (const workers of ["block", "allow"] as const) {
    const needsWorker = (shot: Shot) => appShots.includes(shot);
    const taken = await takeShots(browser, {
      shots: wanted.filter((shot) => needsWorker(shot) === (workers === "allow")),
      url: server.url,
      folder,
      say: console.log,
      workers,
    });
    files.push(...taken.files);
    faults.push(...taken.faults);
  }
  for (const fault of faults) console.error(`not taken: ${fault}`);
  console.log(`${files.length} pictures in screenshots, ${faults.length} pages not taken`);
  return faults.length === 0 ? 0 : 1;
}

async function end(code: number): Promise<void> {
  await closers.closeAll(20_000);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(130));
guardOrphans();
await end(
  await run().catch((error: unknown) => {
    console.error(error);
    return 1;
  }),
);
