/** `npm run dev`: pages by Vite and everything else by the Worker, at one address. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { devices, expect, test } from "@playwright/test";
import { findFreePort, requireFreePort } from "../../scripts/local/free-port.ts";
import { descendants, survivors } from "../support/process-tree.ts";
import { spawnServer, waitUntilReady } from "../support/server.ts";

const agent = { "user-agent": devices["Desktop Chrome"].userAgent };

test("npm run dev serves pages with hot updates beside the Worker, and ends with code 0", async () => {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-dev-"));
  const port = await findFreePort();
  const env = { PORT: String(port), DATA_DIR: join(folder, "data"), SEED: "none" };
  const server = spawnServer(env, [process.execPath, "scripts/dev.ts"]);
  try {
    const url = await waitUntilReady(server);
    const page = await fetch(`${url}/fvm/alg-linear-equations`, { headers: agent });
    expect(page.status, server.output()).toBe(200);
    expect(page.headers.getSetCookie().join()).toContain("vt_vid=");
    expect(await page.text()).toContain("/app/entry.client.tsx");
    const client = await fetch(`${url}/@vite/client`);
    expect(client.status).toBe(200);
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
