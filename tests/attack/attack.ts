/** `npm run attack -- NAME`: attacks a running Worker, prints one line, exit 1 on any breach. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createClosers } from "../../scripts/local/closers.ts";
import { guardOrphans } from "../../scripts/local/orphan-guard.ts";
import type { Attack } from "./attack-shape.ts";

const suffix = ".attack.ts";
const closingLimitMs = 10_000;
const closers = createClosers();

async function run(name: string | undefined): Promise<number> {
  const names = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
  if (name === undefined || !names.includes(name)) {
    console.error(`Name an attack: npm run attack -- ${names.join(" | ")}`);
    return 1;
  }
  const { attack } = (await import(`./${name}${suffix}`)) as { attack: Attack };
  const begun = performance.now();
  const { breaches, figures } = await attack(closers, console.error);
  for (const breach of breaches) console.error(`breach: ${breach}`);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const ok = breaches.length === 0;
  console.log(JSON.stringify({ attack: name, ok, breaches: breaches.length, seconds, ...figures }));
  return ok ? 0 : 1;
}

async function end(code: number): Promise<void> {
  await closers.closeAll(closingLimitMs);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void end(130));
}
guardOrphans();
try {
  await end(await run(process.argv[2]));
} catch (error) {
  console.error(error);
  await end(1);
}
