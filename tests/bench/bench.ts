/** `npm run bench -- NAME`: measures one thing, prints tables, and one JSON object on the last line. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createClosers } from "../../scripts/local/closers.ts";
import { guardOrphans } from "../../scripts/local/orphan-guard.ts";
import { BenchFault } from "./bench-fault.ts";
import { type Bench, commonOptions } from "./bench-shape.ts";
import type { World } from "./bench-world.ts";
import { databaseKinds } from "./database-kind.ts";
import { formatTable } from "./table.ts";

const suffix = ".bench.ts";
const closingLimitMs = 10_000;
const closers = createClosers();

function benchNames(): string[] {
  return readdirSync(fileURLToPath(new URL(".", import.meta.url)))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

async function findBench(name: string | undefined): Promise<{ name: string; bench: Bench }> {
  const names = benchNames();
  if (name === undefined || !names.includes(name)) {
    const asked = name === undefined ? "Name a bench" : `There is no bench "${name}"`;
    throw new BenchFault(`${asked}: npm run bench -- ${names.join(" | ")}`);
  }
  const module = (await import(`./${name}${suffix}`)) as { bench: Bench };
  return { name, bench: module.bench };
}

function readOptions(bench: Bench, args: string[]): Record<string, string> {
  try {
    const options = { ...commonOptions, ...bench.options };
    return parseArgs({ args, options }).values as Record<string, string>;
  } catch (error) {
    throw new BenchFault(error instanceof Error ? error.message : String(error));
  }
}

function databaseKind(text: string | undefined) {
  const kind = databaseKinds.find((known) => known === text);
  if (kind) return kind;
  throw new BenchFault(`--database must be ${databaseKinds.join(" or ")}, not "${text}".`);
}

/** Runs the bench and prints what it found; answers the exit code. */
async function run(args: string[]): Promise<number> {
  const { name, bench } = await findBench(args[0]);
  const options = readOptions(bench, args.slice(1));
  const database = databaseKind(options["database"]);
  const { openWorld } = await import("./bench-world.ts");
  const worlds: World[] = [];
  const report = await bench.run({
    options,
    closers,
    say: console.log,
    async openWorld(parts) {
      const world = await openWorld({ ...parts, database }, closers, console.log);
      worlds.push(world);
      return world;
    },
  });
  for (const table of report.tables) console.log(`\n${formatTable(table)}`);
  for (const fault of report.faults) console.log(`\nfault: ${fault}`);
  const ok = report.faults.length === 0;
  const on = worlds[0] && { database: worlds[0].database.name, ...worlds[0].build };
  console.log(`\n${JSON.stringify({ bench: name, ok, ...on, ...report.figures }, rounded)}`);
  return ok ? 0 : 1;
}

let interrupted = false;

/** For JSON: three digits after the point are more than any figure here is good for. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toFixed(3)) : value;
}

async function end(code: number): Promise<void> {
  await closers.closeAll(closingLimitMs);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    interrupted = true;
    void end(130);
  });
}
guardOrphans();
try {
  await end(await run(process.argv.slice(2)));
} catch (error) {
  // What is cut off by an interrupt fails, and that is no news.
  if (!interrupted) {
    const known = error instanceof Error && error.name.endsWith("Fault");
    console.error(known ? error.message : error);
    await end(1);
  }
}
