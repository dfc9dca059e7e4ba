/** `npm test`: checks, build, tests in Node and workerd with coverage, and tests in a browser. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./bundle/build-app.ts";
import { describeCheck, runChecks } from "./check/checks.ts";
import { endWithParent, guardOrphans } from "./local/orphan-guard.ts";
import { ensureBrowser, ensurePostgres } from "./test/installs.ts";
import {
  type Outcome,
  passedOrFailed,
  readOutcome,
  readPlaywrightReport,
  readVitestReport,
  sumOutcomes,
} from "./test/outcome.ts";
import { run } from "./test/run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = join(root, "test-results");

async function checks(): Promise<Outcome> {
  const results = await runChecks(root, (result) => console.log(describeCheck(result)));
  return sumOutcomes(results.map((result) => passedOrFailed(result.ok, `check ${result.name}`)));
}

async function build(): Promise<Outcome> {
  const { built, tookMs } = await buildApp(root);
  console.log(built ? `built in ${(tookMs / 1000).toFixed(1)} s` : "up to date");
  return passedOrFailed(true, "build");
}

/** The gallery of parts: whatever a part needs, it must build by itself. */
async function gallery(): Promise<Outcome> {
  const begun = performance.now();
  const code = await run(root, process.execPath, [
    join(root, "node_modules/storybook/dist/bin/dispatcher.js"),
    ...["build", "--config-dir", ".storybook", "--output-dir", "dist/gallery"],
    ...["--disable-telemetry", "--quiet", "--loglevel", "error"],
  ]);
  console.log(`built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return passedOrFailed(code === 0, "gallery");
}

async function vitest(): Promise<Outcome> {
  await ensurePostgres(root);
  const report = join(reports, "vitest.json");
  const code = await run(root, process.execPath, [
    join(root, "node_modules/vitest/vitest.mjs"),
    ...["run", "--coverage", "--reporter=default", "--reporter=json"],
    `--outputFile.json=${report}`,
  ]);
  return readOutcome(report, readVitestReport, code);
}

async function browser(): Promise<Outcome> {
  const missing = await ensureBrowser(root);
  if (missing) {
    console.error(missing);
    return passedOrFailed(false, missing);
  }
  const report = join(reports, "playwright.json");
  const code = await run(
    root,
    process.execPath,
    [join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  return readOutcome(report, readPlaywrightReport, code);
}

const steps = {
  checks,
  build,
  gallery,
  "tests in Node and workerd": vitest,
  "tests in a browser": browser,
};

/** A step that throws has failed, and the others go on. */
async function runStep(name: string, step: () => Promise<Outcome>): Promise<Outcome> {
  console.log(`\n== ${name}`);
  try {
    return await step();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(reason);
    return passedOrFailed(false, `${name}: ${reason}`);
  }
}

guardOrphans();
endWithParent(() => process.exit(1));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const outcomes: Outcome[] = [];
for (const [name, step] of Object.entries(steps)) outcomes.push(await runStep(name, step));
const { passed, failed, troubles } = sumOutcomes(outcomes);
// Last, where whoever sees only the end of a long log finds it.
if (troubles.length > 0) console.log(`\n== troubles\n${troubles.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
