/** How long workerd needs to load the Worker: whole process to first answer, minus an empty Worker. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import workerd from "workerd";
import { findModules, type ModuleKind, workerdFields } from "./module-kinds.ts";

export interface Runtime {
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
}

const quote = (text: string) => JSON.stringify(text);

interface Module {
  name: string;
  kind: ModuleKind;
  file: string;
}

function config(modules: readonly Module[], runtime: Runtime): string {
  const list = modules.map(
    ({ name, kind, file }) => `(name=${quote(name)}, ${workerdFields[kind]}=embed ${quote(file)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [${list.join(",\n      ")}],
    compatibilityDate = ${quote(runtime.compatibilityDate)},
    compatibilityFlags = [${runtime.compatibilityFlags.map(quote).join(", ")}]
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`;
}

/** Milliseconds from spawning workerd to the first answer. */
function timeToAnswer(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(workerd.default, ["serve", "--experimental", "--control-fd=3", file], {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr?.on("data", (data) => {
      errors += data;
    });
    child.once("exit", () => reject(new Error(`workerd refused the Worker:\n${errors}`)));
    child.stdio[3]?.on("data", async (data: Buffer) => {
      const port = /"port":(\d+)/.exec(String(data))?.[1];
      if (!port) return;
      child.removeAllListeners("exit");
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      const took = performance.now() - begun;
      child.once("exit", () =>
        answer?.ok ? resolve(took) : reject(new Error(`workerd gave no answer:\n${errors}`)),
      );
      child.kill("SIGKILL");
    });
  });
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Milliseconds that loading and evaluating the bundle adds to an empty Worker: medians of `runs`.
 * The wrapper imports the entry and answers by itself, so no binding and no request code runs.
 */
export async function measureStartup(outdir: string, runtime: Runtime, runs = 5): Promise<number> {
  const folder = mkdtempSync(join(outdir, "..", ".startup-"));
  try {
    const answer = `export default { fetch: () => new Response("ok") };`;
    const files = findModules(outdir).map(({ name, kind }) => ({
      name,
      kind,
      file: `../${basename(outdir)}/${name}`,
    }));
    writeFileSync(join(folder, "empty.js"), answer);
    writeFileSync(join(folder, "loads.js"), `import "./app.js";\n${answer}`);
    const capnp = (name: string, modules: typeof files) => {
      const path = join(folder, `${name}.capnp`);
      const first = { name: `${name}.js`, kind: "ESModule", file: `${name}.js` } as const;
      writeFileSync(path, config([first, ...modules], runtime));
      return path;
    };
    const empty = capnp("empty", []);
    const loads = capnp("loads", files);
    const times = { empty: [] as number[], loads: [] as number[] };
    for (let run = 0; run < runs; run++) {
      times.empty.push(await timeToAnswer(empty));
      times.loads.push(await timeToAnswer(loads));
    }
    return median(times.loads) - median(times.empty);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The compatibility settings of wrangler.toml. Throws where the date is missing. */
export function readRuntime(wranglerToml: string): Runtime {
  const text = readFileSync(wranglerToml, "utf8");
  const compatibilityDate = /^compatibility_date\s*=\s*"([^"]+)"/m.exec(text)?.[1];
  const flags = /^compatibility_flags\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? "";
  if (!compatibilityDate) throw new Error("wrangler.toml names no compatibility_date");
  return {
    compatibilityDate,
    compatibilityFlags: [...flags.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ""),
  };
}
