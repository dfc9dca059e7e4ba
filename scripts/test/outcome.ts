/** Passed and failed, summed over runners that count in different ways, and what failed by name. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

export interface Outcome {
  passed: number;
  failed: number;
  /** A line for each test that failed, and for each that passed only when it was tried again. */
  troubles: string[];
}

export function passedOrFailed(ok: boolean, trouble: string): Outcome {
  return ok
    ? { passed: 1, failed: 0, troubles: [] }
    : { passed: 0, failed: 1, troubles: [`failed: ${trouble}`] };
}

export function sumOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    troubles: outcomes.flatMap(({ troubles }) => troubles),
  };
}

/** A runner that ended badly has a failure, even when it could not name one. */
export function withExitCode(outcome: Outcome, code: number): Outcome {
  if (code === 0 || outcome.failed > 0) return outcome;
  const trouble = `failed: a runner ended with exit code ${code}, all its tests passed`;
  return { ...outcome, failed: 1, troubles: [...outcome.troubles, trouble] };
}

interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
}

/** Vitest's JSON report: a file that could not be loaded holds no tests and counts as one failure. */
export function readVitestReport(report: unknown): Outcome {
  const { numPassedTests, numFailedTests, testResults } = report as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: VitestFile[];
  };
  const broken = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const unloaded = broken.map(({ name, message }) => trouble("failed", name, "", message));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ status, fullName, failureMessages = [] }) => {
      const [message] = failureMessages;
      if (status === "failed") return trouble("failed", name, fullName, message);
      return status === "passed" && message ? trouble("flaky", name, fullName, message) : [];
    }),
  );
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed, troubles: [...unloaded, ...tests] };
}

interface PlaywrightSuite {
  specs?: {
    file: string;
    title: string;
    tests: {
      projectName: string;
      status: string;
      results: { error?: { message?: string } }[];
    }[];
  }[];
  suites?: PlaywrightSuite[];
}

/** Playwright's JSON report: a flaky test passed when it was tried again. */
export function readPlaywrightReport(report: unknown): Outcome {
  const { stats, errors, suites } = report as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: { message?: string }[];
    suites: PlaywrightSuite[];
  };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    troubles: [
      ...errors.map(({ message }) => trouble("failed", "the browser's runner", "", message)),
      ...suites.flatMap(playwrightTroubles),
    ],
  };
}

function playwrightTroubles({ specs = [], suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.flatMap(({ projectName, status, results }) => {
      if (status !== "unexpected" && status !== "flaky") return [];
      const message = results.find(({ error }) => error)?.error?.message;
      const outcome = status === "flaky" ? "flaky" : "failed";
      return trouble(outcome, file, `${title} [${projectName}]`, message);
    }),
  );
  return [...own, ...suites.flatMap(playwrightTroubles)];
}

function trouble(outcome: "failed" | "flaky", file: string, test: string, message = ""): string {
  const where = [relative(process.cwd(), file), test].filter(Boolean).join(" > ");
  const [reason = ""] = message.split("\n");
  return `${outcome}: ${where}${reason ? `: ${reason}` : ""}`;
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
    return passedOrFailed(false, `no report at ${path}`);
  }
}
