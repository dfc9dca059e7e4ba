/** Passed and failed, summed over runners that count in different ways. */
import { readFileSync } from "node:fs";

export interface Outcome {
  passed: number;
  failed: number;
}

export function sumOutcomes(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** A runner that ended badly has a failure, even when it could not name one. */
export function withExitCode(outcome: Outcome, code: number): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/** Vitest's JSON report: a file that could not be loaded holds no tests and counts as one failure. */
export function readVitestReport(report: unknown): Outcome {
  const { numPassedTests, numFailedTests, testResults } = report as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const broken = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** Playwright's JSON report: a flaky test passed when it was tried again. */
export function readPlaywrightReport(report: unknown): Outcome {
  const { stats, errors } = report as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** The outcome in a report file; one failure where the runner left none. */
export function readOutcome(
  path: string,
  read: (report: unknown) => Outcome,
  code: number,
): Outcome {
  try {
    return withExitCode(read(JSON.parse(readFileSync(path, "utf8"))), code);
  } catch {
    return { passed: 0, failed: 1 };
  }
}
