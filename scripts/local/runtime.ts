/** The Worker in workerd on this machine, by Miniflare, as wrangler.toml describes it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { findModules } from "../bundle/module-kinds.ts";

export interface RuntimeParts {
  root: string;
  port: number;
  /** The folder of the bundled Worker. */
  workerDir: string;
  /** Keeps KV, queues and Durable Objects between runs. */
  persistTo: string;
  /** Settings that replace or join `[vars]`. */
  vars: Record<string, string>;
  /** Prints what went wrong only, not a line for each request. */
  quiet?: boolean;
}

export interface LocalRuntime {
  /** Calls the scheduled handler once, as the platform's cron does. Throws if it fails. */
  runScheduled(now: Date): Promise<void>;
  /** Takes up a Worker that was bundled anew, on the same port and with all data. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

type V4Options = Parameters<typeof convertV4MiniflareOptions>[0];

function workerModules(folder: string) {
  return findModules(folder).map(({ name, kind }) => {
    const bytes = readFileSync(join(folder, name));
    const contents = kind === "ESModule" ? bytes.toString("utf8") : bytes;
    return { type: kind, path: join(folder, name), contents };
  });
}

async function miniflareOptions(parts: RuntimeParts) {
  // Wrangler reads its own settings from the environment: no telemetry, no second reading of .env.
  process.env["WRANGLER_SEND_METRICS"] = "false";
  process.env["CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV"] = "false";
  const { unstable_getMiniflareWorkerOptions } = await import("wrangler");
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(parts.root, "wrangler.toml"));
  const { modulesRules: _rules, ...worker } = workerOptions;
  return convertV4MiniflareOptions({
    ...worker,
    name: "k-factor",
    modulesRoot: parts.workerDir,
    modules: workerModules(parts.workerDir),
    bindings: { ...(worker["bindings"] as object), ...parts.vars },
    host: "127.0.0.1",
    port: parts.port,
    cf: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.WARN),
    logRequests: false,
    // `/cdn-cgi/local/scheduled` runs the cron handler now: for who cannot wait for the minute.
    unsafeTriggerHandlers: true,
    handleStructuredLogs: ({ level, message }) => {
      if (parts.quiet && level !== "error") return;
      process[level === "error" || level === "warn" ? "stderr" : "stdout"].write(`${message}\n`);
    },
    resourcePersistencePath: parts.persistTo,
  } as V4Options);
}

/** Miniflare ends the process by itself at a signal, with 130; here the command decides. */
async function keepingOwnSignals<T>(work: () => Promise<T>): Promise<T> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const own = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const result = await work();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!own.get(signal)?.includes(listener)) process.off(signal, listener);
    }
  }
  return result;
}

/** Serves the bundled Worker; resolves once workerd listens. Throws when workerd refuses it. */
export async function startRuntime(parts: RuntimeParts): Promise<LocalRuntime> {
  const miniflare = await keepingOwnSignals(
    async () => new Miniflare(await miniflareOptions(parts)),
  );
  await miniflare.ready;
  return {
    async runScheduled(now) {
      const worker = await miniflare.getWorker();
      const { outcome } = await worker.scheduled({ scheduledTime: now, cron: "* * * * *" });
      if (outcome !== "ok") throw new Error(`the scheduled handler ended with "${outcome}"`);
    },
    reload: async () => miniflare.setOptions(await miniflareOptions(parts)),
    stop: () => miniflare.dispose(),
  };
}
