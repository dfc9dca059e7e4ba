import { expect, test } from "vitest";
import { baselineConfig, type WorkerdPlan, workerdConfig } from "./workerd-config.ts";

const plan: WorkerdPlan = {
  settings: {
    compatibilityDate: "2026-10-23",
    compatibilityFlags: ["nodejs_compat"],
    kv: ["HOT_KV"],
    queues: [{ binding: "TELEMETRY", queue: "telemetry" }],
    rooms: [
      { binding: "COHORT_ROOM", className: "CohortRoom" },
      { binding: "OLD_ROOM", className: "OldRoom" },
    ],
    sqliteClasses: ["CohortRoom"],
    assetsBinding: "ASSETS",
  },
  modules: {
    folder: "../worker",
    files: [
      { name: "app.js", kind: "ESModule" },
      { name: "chunks/a.js", kind: "ESModule" },
      { name: "chunks/b.wasm", kind: "CompiledWasm" },
      { name: "chunks/c.woff", kind: "Data" },
    ],
  },
  standIns: "stand-ins",
  vars: { APP_ENV: "local" },
  assetsFolder: "/build/client",
  roomsFolder: "/rooms",
  port: 4000,
};

test("the entry comes first, and every module is embedded under its own name", () => {
  const text = workerdConfig(plan);
  const entry = '(name = "app.js", esModule = embed "../worker/app.js")';
  const chunk = '(name = "chunks/a.js", esModule = embed "../worker/chunks/a.js")';
  const engine = '(name = "chunks/b.wasm", wasm = embed "../worker/chunks/b.wasm")';
  const font = '(name = "chunks/c.woff", data = embed "../worker/chunks/c.woff")';
  expect(text).toContain(`modules = [${[entry, chunk, engine, font].join(",\n")}]`);
});

test("every binding of wrangler.toml is there, on its stand-in", () => {
  const text = workerdConfig(plan);
  expect(text).toContain('(name = "HOT_KV", kvNamespace = "kv")');
  expect(text).toContain('(name = "TELEMETRY", queue = "queue")');
  expect(text).toContain('(name = "COHORT_ROOM", durableObjectNamespace = "CohortRoom")');
  expect(text).toContain('(name = "ASSETS", service = "assets")');
  expect(text).toContain('(name = "APP_ENV", text = "local")');
});

test("only classes that wrangler.toml lists get SQLite", () => {
  const text = workerdConfig(plan);
  expect(text).toMatch(/className = "CohortRoom"[^)]+enableSql = true/);
  expect(text).toMatch(/className = "OldRoom"[^)]+enableSql = false/);
});

test("nothing but this machine can be reached, and nothing but loopback listens", () => {
  const text = workerdConfig(plan);
  expect(text).toContain('(name = "internet", network = (allow = ["local"]))');
  const addresses = [...text.matchAll(/address = "([^"]+)"/g)].map((match) => match[1]);
  expect(addresses).toEqual(["127.0.0.1:4000", ...Array(3).fill("127.0.0.1:0")]);
});

test("the baseline can be served alone", () => {
  const text = baselineConfig(plan);
  expect(text).toContain("baseline-worker.js");
  expect(text).not.toContain("app.js");
});
