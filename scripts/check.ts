/** `npm run check`: types, format, lint, boundaries, unused code and lengths; exits 1 on any fault. */
import { fileURLToPath } from "node:url";
import { describeCheck, runChecks } from "./check/checks.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const begun = performance.now();
const results = await runChecks(root, (result) => console.log(describeCheck(result)));
const failed = results.filter((result) => !result.ok).map((result) => result.name);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(
  failed.length === 0
    ? `All ${results.length} checks passed in ${seconds} s.`
    : `${failed.length} of ${results.length} checks failed in ${seconds} s: ${failed.join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
