/** What each file of the bundle is to workerd: wrangler.toml's rules, for who serves without wrangler. */
import { globSync } from "node:fs";

export type ModuleKind = "ESModule" | "CompiledWasm" | "Data";

export interface ModuleFile {
  /** Its path below the bundle's folder. */
  name: string;
  kind: ModuleKind;
}

/** The field of each kind in workerd's own configuration. */
export const workerdFields = { ESModule: "esModule", CompiledWasm: "wasm", Data: "data" } as const;

const kinds: Readonly<Record<string, ModuleKind>> = {
  js: "ESModule",
  wasm: "CompiledWasm",
  woff: "Data",
};

/** All modules of a bundle; the entry comes first, because the first one is the main one. */
export function findModules(folder: string): ModuleFile[] {
  return globSync("**/*.{js,wasm,woff}", { cwd: folder })
    .map((path) => path.replaceAll("\\", "/"))
    .sort((a, b) => Number(b === "app.js") - Number(a === "app.js") || (a < b ? -1 : 1))
    .map((name) => ({ name, kind: kinds[name.slice(name.lastIndexOf(".") + 1)] ?? "Data" }));
}
