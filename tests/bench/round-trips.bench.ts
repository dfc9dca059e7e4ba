/** `round-trips`: database round trips of every page and every procedure, each asked once. */
import { appRouter } from "#workers/app-router.ts";
import type { Bench, BenchInput } from "./bench-shape.ts";
import type { Answer, Browser } from "./browser.ts";
import { assembleCast, type Cast, coolSession } from "./cast.ts";
import { pageSamples } from "./page-samples.ts";
import { procedureSamples } from "./procedure-samples.ts";
import type { ProcedureSample } from "./procedure-shape.ts";
import { ask } from "./procedures.ts";

/**
 * What one page or procedure may cost: one round trip for a read, one more where the session is
 * looked up, two for a write. Admins' sessions are always looked up, a guardian's for each write.
 */
const readLimit = 1;
const writeLimit = 2;
const sessionLookUp = 1;

/** What one page or procedure cost; null where it could not be asked. */
interface Cost {
  name: string;
  as: string;
  kind: "query" | "mutation" | "page";
  /** With the session in the cookie, and with a look at the database for it. */
  warm: number | null;
  cold: number | null;
}

interface ProcedureFacts {
  _def: { type: "query" | "mutation" };
}

const procedures = appRouter._def.procedures as unknown as Record<string, ProcedureFacts>;

class Costs {
  readonly all: Cost[] = [];
  readonly faults: string[] = [];

  /** The answer's round trips; a fault where the status is not the expected one. */
  read(name: string, answer: Answer, status: number): number | null {
    if (answer.status === status) return answer.roundTrips;
    this.faults.push(`${name} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
    return null;
  }
}

async function run({ openWorld }: BenchInput) {
  const { server } = await openWorld();
  const cast = await assembleCast(server.port);
  const costs = new Costs();
  await askPages(cast, costs);
  await askProcedures(cast, costs);
  const missing = Object.keys(procedures).filter(
    (path) => !procedureSamples.some((sample) => sample.path === path),
  );
  return {
    tables: [tableOf(costs, "pages"), tableOf(costs, "procedures")],
    figures: { costs: costs.all },
    faults: [
      ...costs.faults,
      ...costs.all
        .filter((cost) => overBy(cost) > 0)
        .map((cost) => `${cost.name} takes ${overBy(cost)} round trips more than it may`),
      ...missing.map((path) => `${path} has no call in procedure-samples.ts`),
    ],
  };
}

async function askPages({ browsers, props }: Cast, costs: Costs): Promise<void> {
  for (const { name, path, as, status = 200 } of pageSamples) {
    const browser = browsers[as];
    const address = typeof path === "string" ? path : path(props);
    const get = async () => costs.read(`page ${name}`, await browser.get(address), status);
    coolSession(browser);
    const cold = await get();
    costs.all.push({ name, as, kind: "page", warm: await get(), cold });
  }
}

async function askProcedures({ browsers, props }: Cast, costs: Costs): Promise<void> {
  let runId = "";
  for (const sample of procedureSamples) {
    const { path, as, label } = sample;
    const browser = browsers[as];
    const inputs = sample.inputs({ ...props, runId });
    const kind = procedures[path]?._def.type ?? "query";
    const name = label ? `${path} (${label})` : path;
    // A query may be asked twice; a mutation would not do the same thing again.
    const cold = kind === "query" ? await askCold(browser, sample, inputs[0], costs) : null;
    let warm: number | null = null;
    for (const input of inputs) {
      const answer = await ask(browser, kind, path, input);
      warm = Math.max(warm ?? 0, costs.read(name, answer, sample.status ?? 200) ?? 0);
      if (path === "microDecks.start") runId = JSON.parse(answer.text).result.data.runId;
    }
    costs.all.push({ name, as, kind, warm, cold });
  }
}

async function askCold(
  browser: Browser,
  { path, status = 200 }: ProcedureSample,
  input: unknown,
  costs: Costs,
): Promise<number | null> {
  coolSession(browser);
  return costs.read(path, await ask(browser, "query", path, input), status);
}

function tableOf({ all }: Costs, which: "pages" | "procedures") {
  const rows = all.filter(({ kind }) => (kind === "page") === (which === "pages"));
  return {
    title: `round trips: ${which}`,
    columns: ["name", "as", "kind", "warm session", "cold session", "over by"],
    rows: rows.map((cost) => [
      cost.name,
      cost.as,
      cost.kind,
      cost.warm,
      cost.cold,
      overBy(cost) || null,
    ]),
  };
}

/** Round trips above what the design allows. */
function overBy({ kind, as, warm, cold }: Cost): number {
  const limit = kind === "mutation" ? writeLimit : readLimit;
  const fresh = as === "admin" || (as === "parent" && kind === "mutation");
  const always = fresh ? sessionLookUp : 0;
  return Math.max(0, (warm ?? 0) - limit - always, (cold ?? 0) - limit - sessionLookUp);
}

export const bench: Bench = {
  about: "database round trips of every page and every procedure",
  run,
};
