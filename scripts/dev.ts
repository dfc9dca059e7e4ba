/** `npm run dev`: pages by Vite with hot updates, and a Worker that is bundled anew when it changes. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { bundleWorker } from "./bundle/worker-bundle.ts";
import { devPages } from "./dev/dev-pages.ts";
import { watchWorker } from "./dev/watch-worker.ts";
import { runUntilInterrupted } from "./local/foreground.ts";
import { findFreePort } from "./local/free-port.ts";
import { startLocalServer } from "./local/local-server.ts";
import type { LocalRuntime } from "./local/runtime.ts";
import { requireSettings, whereToBegin } from "./local/settings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// Not in build/: a build of the whole app begins by deleting that folder.
const workerDir = join(root, "node_modules/.cache/k-factor/dev-worker");
// A bundle without the built pages: Vite renders them.
const bundle = () => bundleWorker({ root, outdir: workerDir, pages: false });

/** Takes up a changed Worker and lets the browsers ask anew; a mistake leaves the old one running. */
async function reload(runtime: LocalRuntime, vite: ViteDevServer): Promise<void> {
  const begun = performance.now();
  try {
    await bundle();
    await runtime.reload();
    vite.ws.send({ type: "full-reload" });
    console.log(`Worker reloaded in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

await runUntilInterrupted(async (closers) => {
  const settings = requireSettings(root);
  const workerPort = await findFreePort();
  const build = async () => {
    await bundle();
    return { workerDir, version: "dev" };
  };
  const { url, runtime } = await startLocalServer({
    ...{ root, settings, workerPort, build, closers },
    say: console.log,
  });
  const vite = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    clearScreen: false,
    logLevel: "warn",
    server: { host: "127.0.0.1", port: settings.port, strictPort: true },
    plugins: [devPages({ appUrl: url, workerUrl: `http://127.0.0.1:${workerPort}` })],
  });
  closers.add(() => vite.close());
  await vite.listen();
  closers.add(watchWorker(root, () => reload(runtime, vite)));
  console.log(`ready ${url}\n${whereToBegin(settings, url)}`);
});
