/** `npm start`: the whole service on this machine, until it is interrupted. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./bundle/build-app.ts";
import { builtVersion } from "./local/built-version.ts";
import { runUntilInterrupted } from "./local/foreground.ts";
import { startLocalServer } from "./local/local-server.ts";
import { requireSettings, whereToBegin } from "./local/settings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

await runUntilInterrupted(async (closers) => {
  const settings = requireSettings(root);
  const build = async () => {
    const { inputs } = await buildApp(root, { say: console.log });
    return { workerDir: join(root, "build/worker"), version: builtVersion(root, inputs) };
  };
  const { url } = await startLocalServer({ root, settings, build, closers, say: console.log });
  console.log(`ready ${url}\n${whereToBegin(settings, url)}`);
});
