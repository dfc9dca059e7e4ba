/** What the tests need of the machine: a browser, and a PostgreSQL where one can be had. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../../tests/support/find-browser.ts";
import { findPrograms as findPostgres } from "../../tests/support/postgres.ts";
import { has, run } from "./run.ts";

/** True on a Debian where we may install packages. */
function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && has("apt-get");
}

async function apt(root: string, packages: string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run(root, "apt-get", ["-qq", "update"], env);
  const args = ["-qq", "install", "-y", "--no-install-recommends", ...packages];
  return (await run(root, "apt-get", args, env)) === 0;
}

/** Sees to a browser; returns one sentence about what to install where that is impossible. */
export async function ensureBrowser(root: string): Promise<string | null> {
  if (findBrowser()) return null;
  if (mayUseApt()) {
    console.log("Installing Chromium with apt, for the browser tests.");
    await apt(root, ["chromium"]);
    if (findBrowser()) return null;
  }
  console.log("Installing Playwright's Chromium, for the browser tests.");
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  await run(root, process.execPath, [cli, "install", "chromium"]);
  if (findBrowser()) return null;
  return "The browser tests need Chromium or Chrome: install one, or name it in CHROMIUM_PATH.";
}

/** Installs PostgreSQL where that is possible; without it the tests on it are left out. */
export async function ensurePostgres(root: string): Promise<void> {
  if (findPostgres()) return;
  if (mayUseApt()) {
    console.log("Installing PostgreSQL with apt, for the tests of concurrency.");
    await apt(root, ["postgresql", "postgresql-15-pgvector"]);
  }
  if (!findPostgres()) {
    console.log("There is no PostgreSQL here: the tests that need a real one are left out.");
  }
}
