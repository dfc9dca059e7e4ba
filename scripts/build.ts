/** `npm run build`: builds UI and Worker and prints what they weigh and how fast they load. */
import { fileURLToPath } from "node:url";
import { type BuildResult, buildApp } from "./bundle/build-app.ts";
import { weighServiceWorker } from "./bundle/service-worker.ts";

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(11);

/** A package by its name, our own modules by their path. */
const partName = (path: string) =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ??
  path.replace(/^build\/server\/assets/, "page");

function lines({ size, startupMs, built, tookMs }: BuildResult, root: string): string[] {
  const worker = weighServiceWorker(root);
  return [
    built ? `built in ${(tookMs / 1000).toFixed(1)} s` : "up to date",
    `${"Worker, gz".padEnd(46)}${"size".padStart(11)}`,
    `${"entry: what a link or a room loads".padEnd(46)}${kb(size.entry)}`,
    ...size.lazy.map((part) => `${`+ ${partName(part.name)}`.padEnd(46)}${kb(part.gzBytes)}`),
    `${"all modules".padEnd(46)}${kb(size.total)}`,
    `service worker: ${kb(worker.script)} gz; keeps ${worker.files} files of ${kb(worker.shell)} gz`,
    `start-up: ${startupMs?.toFixed(0) ?? "?"} ms (workerd loading the Worker, less an empty one)`,
  ];
}

try {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const result = await buildApp(root, { measure: true, say: console.log });
  console.log(lines(result, root).join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
