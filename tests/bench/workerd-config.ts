/** The configuration of a bare workerd: our Worker, the baseline, and stand-ins for the platform. */
import { type ModuleKind, workerdFields } from "../../scripts/bundle/module-kinds.ts";
import { type CapnpValue, toCapnpText } from "./capnp-text.ts";
import type { WorkerSettings } from "./worker-settings.ts";

export interface WorkerdPlan {
  settings: WorkerSettings;
  /** Where the Worker's modules are, relative to the configuration, and what they are, entry first. */
  modules: { folder: string; files: readonly { name: string; kind: ModuleKind }[] };
  /** Where the bundled stand-ins are, relative to the configuration. */
  standIns: string;
  /** Settings and secrets, as text bindings. */
  vars: Readonly<Record<string, string>>;
  /** Absolute paths: the built files of the browser, and the folder of the objects' storage. */
  assetsFolder: string;
  roomsFolder: string;
  /** The Worker's port on 127.0.0.1; the other sockets take any. */
  port: number;
  /** Whether the realtime bench's probe is served, too. */
  probe?: boolean;
}

type Struct = Readonly<Record<string, CapnpValue | undefined>>;

/** The configuration's text. Nothing but this machine can be reached from inside. */
export function workerdConfig(plan: WorkerdPlan): string {
  const services = [
    { name: "app", worker: appWorker(plan) },
    { name: "baseline", worker: standIn(plan, "baseline-worker") },
    { name: "floor", worker: standIn(plan, "floor-worker", floorParts) },
    { name: "kv", worker: standIn(plan, "kv-stand-in") },
    { name: "queue", worker: standIn(plan, "queue-stand-in", queueParts(plan)) },
    { name: "assets", worker: standIn(plan, "assets-stand-in", assetsParts) },
    ...(plan.probe ? [{ name: "probe", worker: standIn(plan, "realtime-probe", probeParts) }] : []),
    { name: "assets-disk", disk: { path: plan.assetsFolder } },
    { name: "rooms-disk", disk: { path: plan.roomsFolder, writable: true } },
    { name: "internet", network: { allow: ["local"] } },
  ];
  const sockets = [
    socket("app", plan.port),
    socket("baseline", 0),
    socket("floor", 0),
    // The harness plays the platform here: deliver the queue, call the cron handler.
    socket("queue", 0),
    ...(plan.probe ? [socket("probe", 0)] : []),
  ];
  return configText({ services, sockets });
}

/** A workerd with the baseline alone. */
export function baselineConfig(plan: Pick<WorkerdPlan, "settings" | "standIns">): string {
  return configText({
    services: [{ name: "baseline", worker: standIn(plan, "baseline-worker") }],
    sockets: [socket("baseline", 0)],
  });
}

function configText(config: Struct): string {
  return `using Workerd = import "/workerd/workerd.capnp";\nconst config :Workerd.Config = ${toCapnpText(config)};\n`;
}

function socket(service: string, port: number): Struct {
  return { name: service, address: `127.0.0.1:${port}`, http: {}, service };
}

function appWorker({ settings, modules, vars }: WorkerdPlan): Struct {
  const { assetsBinding } = settings;
  return {
    modules: modules.files.map(({ name, kind }) => ({
      name,
      [workerdFields[kind]]: { embed: `${modules.folder}/${name}` },
    })),
    compatibilityDate: settings.compatibilityDate,
    compatibilityFlags: settings.compatibilityFlags,
    bindings: [
      ...Object.entries(vars).map(([name, text]) => ({ name, text })),
      ...settings.kv.map((name) => ({ name, kvNamespace: "kv" })),
      ...settings.queues.map(({ binding }) => ({ name: binding, queue: "queue" })),
      ...settings.rooms.map(({ binding, className }) => ({
        name: binding,
        durableObjectNamespace: className,
      })),
      ...(assetsBinding ? [{ name: assetsBinding, service: "assets" }] : []),
    ],
    durableObjectNamespaces: settings.rooms.map(({ className }) => ({
      className,
      uniqueKey: `bench-${className}`,
      enableSql: settings.sqliteClasses.includes(className),
    })),
    durableObjectStorage: { localDisk: "rooms-disk" },
  };
}

function queueParts({ settings }: WorkerdPlan): Struct {
  return {
    bindings: [
      { name: "CONSUMER", service: "app" },
      { name: "QUEUE_NAME", text: settings.queues[0]?.queue ?? "" },
    ],
    compatibilityFlags: ["service_binding_extra_handlers"],
  };
}

const rootOfApp = { className: "PresenceRoot", serviceName: "app" };
const probeParts: Struct = {
  bindings: [{ name: "PRESENCE_ROOT", durableObjectNamespace: rootOfApp }],
};
const floorParts: Struct = { bindings: [{ name: "TELEMETRY", queue: "floor" }] };

const assetsParts: Struct = { bindings: [{ name: "DISK", service: "assets-disk" }] };

function standIn(
  { settings, standIns }: Pick<WorkerdPlan, "settings" | "standIns">,
  name: string,
  parts: Struct = {},
): Struct {
  return {
    modules: [{ name: `${name}.js`, esModule: { embed: `${standIns}/${name}.js` } }],
    compatibilityDate: settings.compatibilityDate,
    ...parts,
  };
}
