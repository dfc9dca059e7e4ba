import { expect, test } from "vitest";
import {
  readOutcome,
  readPlaywrightReport,
  readVitestReport,
  sumOutcomes,
  withExitCode,
} from "./outcome.ts";

test("readVitestReport counts a file that could not be loaded as a failure", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}] },
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
  ];
  const report = { numPassedTests: 4, numFailedTests: 1, testResults };
  expect(readVitestReport(report)).toEqual({ passed: 4, failed: 2 });
});

test("readPlaywrightReport counts what passed at the second try, and never what failed twice", () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(readPlaywrightReport(report)).toEqual({ passed: 4, failed: 2 });
});

test("withExitCode never lets a runner that ended badly pass", () => {
  expect(withExitCode({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(withExitCode({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  expect(withExitCode({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
});

test("readOutcome counts a runner without a report as a failure", () => {
  expect(readOutcome("no/such/report.json", readVitestReport, 0)).toEqual({ passed: 0, failed: 1 });
});

test("sumOutcomes adds up", () => {
  const sum = sumOutcomes([
    { passed: 1, failed: 0 },
    { passed: 2, failed: 3 },
  ]);
  expect(sum).toEqual({ passed: 3, failed: 3 });
});
