/** `npm run dev`: pages by Vite and everything else by the Worker, at one address. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, devices, expect, test } from "@playwright/test";
import { findFreePort, requireFreePort } from "../../scripts/local/free-port.ts";
import { descendants, survivors } from "../support/process-tree.ts";
import { spawnServer, waitUntilReady } from "../support/server.ts";

const { userAgent } = devices["Desktop Chrome"];

/** Opens the page and waits until its script runs; answers what went wrong in the browser. */
async function openPage(browser: Browser, url: string): Promise<string[]> {
  const faults: string[] = [];
  const context = await browser.newContext({ userAgent });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(url);
  await page.waitForFunction("window.__remixRouter?.state.initialized === true");
  await expect(page.locator("h1").first()).toBeVisible();
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toContain("vt_vid");
  await context.close();
  return faults;
}

test("npm run dev serves live pages beside the Worker, and ends with code 0", async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-dev-"));
  const port = await findFreePort();
  const env = { PORT: String(port), DATA_DIR: join(folder, "data"), SEED: "none" };
  const server = spawnServer(env, [process.execPath, "scripts/dev.ts"]);
  try {
    const url = await waitUntilReady(server);
    expect(await openPage(browser, `${url}/fvm/alg-linear-equations`)).toEqual([]);
    expect((await fetch(`${url}/@vite/client`)).status).toBe(200);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect((await fetch(`${url}/sl/000000000000`, { redirect: "manual" })).status).toBe(302);
    const processes = descendants(server.child.pid ?? 0);
    server.child.kill("SIGINT");
    expect((await server.exited).code).toBe(0);
    expect(await survivors(processes, 3000)).toEqual([]);
    await requireFreePort(port, 0);
  } finally {
    server.child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
