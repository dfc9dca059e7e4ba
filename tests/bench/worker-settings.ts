/** What wrangler.toml says of the Worker, as far as serving it by bare workerd needs to know. */
import { join } from "node:path";

export interface WorkerSettings {
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
  /** Binding names of KV namespaces. */
  kv: readonly string[];
  queues: readonly { binding: string; queue: string }[];
  rooms: readonly { binding: string; className: string }[];
  /** Classes whose objects keep their state in SQLite. */
  sqliteClasses: readonly string[];
  assetsBinding: string | null;
}

/** The part of wrangler's own reading that matters here; its types do not resolve outside of it. */
interface WranglerConfig {
  compatibility_date: string | undefined;
  compatibility_flags: string[];
  kv_namespaces: { binding: string }[];
  queues: { producers?: { binding: string; queue: string }[] };
  durable_objects: { bindings: { name: string; class_name: string }[] };
  migrations: { new_sqlite_classes?: string[] }[];
  assets: { binding?: string } | undefined;
}

/** Throws where wrangler finds a fault in the file. */
export async function readWorkerSettings(root: string): Promise<WorkerSettings> {
  // Wrangler reads its own settings from the environment: no telemetry, no second reading of .env.
  process.env["WRANGLER_SEND_METRICS"] = "false";
  process.env["CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV"] = "false";
  const { unstable_readConfig } = await import("wrangler");
  const config: WranglerConfig = unstable_readConfig({ config: join(root, "wrangler.toml") });
  return {
    compatibilityDate: config.compatibility_date ?? "",
    compatibilityFlags: config.compatibility_flags,
    kv: config.kv_namespaces.map(({ binding }) => binding),
    queues: (config.queues.producers ?? []).map(({ binding, queue }) => ({ binding, queue })),
    rooms: config.durable_objects.bindings.map((room) => ({
      binding: room.name,
      className: room.class_name,
    })),
    sqliteClasses: config.migrations.flatMap((step) => step.new_sqlite_classes ?? []),
    assetsBinding: config.assets?.binding ?? null,
  };
}
