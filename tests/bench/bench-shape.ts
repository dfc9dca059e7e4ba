/** What a bench is: a module `NAME.bench.ts` of this folder that exports `bench`. */
import type { ParseArgsConfig } from "node:util";
import type { Closers } from "../../scripts/local/closers.ts";
import { BenchFault } from "./bench-fault.ts";
import type { World, WorldOptions } from "./bench-world.ts";

export interface Bench {
  /** What it measures, in one line. */
  about: string;
  /** Its own options; every bench also takes `--database`. */
  options?: Record<string, BenchOption>;
  run(input: BenchInput): Promise<BenchReport>;
}

/** Values are texts with a default: see `wholeNumber`. */
export interface BenchOption {
  type: "string";
  default: string;
}

export interface BenchInput {
  options: Readonly<Record<string, string>>;
  /** Builds, fills a database and serves; closed when the bench ends. */
  openWorld(options?: Omit<WorldOptions, "database">): Promise<World>;
  closers: Closers;
  say(line: string): void;
}

export interface BenchReport {
  tables: readonly Table[];
  /** What the last line says as JSON, beside the bench's name and what it ran on. */
  figures: Record<string, unknown>;
  /** Sentences that make the run fail. */
  faults: readonly string[];
}

export interface Table {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** Numbers stand right; null is "nothing to say". */
export type Cell = string | number | null;

/** What every bench takes. */
export const commonOptions = {
  database: { type: "string", default: "embedded" },
} satisfies NonNullable<ParseArgsConfig["options"]>;

/** The option as a whole number. Throws BenchFault outside of `min` to `max`. */
export function wholeNumber(
  options: Readonly<Record<string, string>>,
  name: string,
  { min, max }: { min: number; max: number },
): number {
  const text = options[name] ?? "";
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new BenchFault(`--${name} must be a whole number from ${min} to ${max}, not "${text}".`);
}
