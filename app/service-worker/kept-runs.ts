/** The decks in progress, as the pages last saw them. */
import type { Run } from "#app/features/micro-decks/deck-stage.ts";
import { cacheNames } from "./kept-person.ts";

export interface KeptRun {
  run: Run;
  /** The server's clock that belongs to the run, and this device's when it was kept. */
  now: number;
  keptAt: number;
}

/** The run of the deck at `path`; null where none was kept. */
export async function readRun(path: string): Promise<KeptRun | null> {
  const cache = await caches.open(cacheNames.runs);
  return ((await (await cache.match(path))?.json()) as KeptRun | undefined) ?? null;
}

export async function keepRun(path: string, run: Run, now: number): Promise<void> {
  const kept: KeptRun = { run, now, keptAt: Date.now() };
  await (await caches.open(cacheNames.runs)).put(path, Response.json(kept));
}

/** A page that was kept may show less than is known here: that changes nothing. */
export async function keepNewer(path: string, run: Run, now: number): Promise<void> {
  const known = (await readRun(path))?.run;
  if (!known || isNewer(run, known)) await keepRun(path, run, now);
}

export function isNewer(run: Run, known: Run): boolean {
  if (run.runId !== known.runId) return run.startedAt > known.startedAt;
  if (known.state === "completed") return false;
  return run.state === "completed" || run.answered.length > known.answered.length;
}

export async function dropRun(path: string): Promise<void> {
  await (await caches.open(cacheNames.runs)).delete(path);
}

/** All decks that were begun here and not finished, with their paths. */
export async function listOpenRuns(): Promise<(KeptRun & { path: string })[]> {
  const cache = await caches.open(cacheNames.runs);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const runs = await Promise.all(
    paths.map(async (path) => {
      const kept = await readRun(path);
      return kept && kept.run.state === "open" ? [{ ...kept, path }] : [];
    }),
  );
  return runs.flat();
}

/** What the deck's page is told: the run, and the server's clock as it must be by now. */
export function outcomeOf({ run, now, keptAt }: KeptRun): { run: Run; now: number } {
  return { run, now: now + Date.now() - keptAt };
}
