import { expect, test } from "vitest";
import {
  passedOrFailed,
  readOutcome,
  readPlaywrightReport,
  readVitestReport,
  sumOutcomes,
  withExitCode,
} from "./outcome.ts";

test("readVitestReport names what failed, and counts a file that could not be loaded as a failure", () => {
  const passed = { status: "passed", fullName: "adds" };
  const flaky = { ...passed, failureMessages: ["late\n    at b.test.ts"] };
  const failed = { status: "failed", fullName: "takes", failureMessages: ["1 is not 2\n at c"] };
  const testResults = [
    { name: "a.test.ts", status: "passed", assertionResults: [passed, flaky] },
    { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    { name: "c.test.ts", status: "failed", assertionResults: [failed] },
  ];
  const report = { numPassedTests: 4, numFailedTests: 1, testResults };
  expect(readVitestReport(report)).toEqual({
    passed: 4,
    failed: 2,
    troubles: [
      "failed: b.test.ts: no such module",
      "flaky: a.test.ts > adds: late",
      "failed: c.test.ts > takes: 1 is not 2",
    ],
  });
});

test("readPlaywrightReport counts what passed when tried again, and never what failed each time", () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    file: "a.spec.ts",
    title,
    tests: [
      {
        projectName: "phone",
        status,
        results: [...messages.map((message) => ({ error: { message } })), {}],
      },
    ],
  });
  const suites = [
    { specs: [spec("plays", "expected"), spec("joins", "flaky", "not there")] },
    { suites: [{ specs: [spec("leaves", "unexpected", "gone", "gone")] }] },
  ];
  const errors = [{ message: "no browser" }];
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors, suites };
  expect(readPlaywrightReport(report)).toEqual({
    passed: 4,
    failed: 2,
    troubles: [
      "failed: the browser's runner: no browser",
      "flaky: a.spec.ts > joins [phone]: not there",
      "failed: a.spec.ts > leaves [phone]: gone",
    ],
  });
});

test("withExitCode never lets a runner that ended badly pass", () => {
  const good = { passed: 5, failed: 0, troubles: [] };
  const bad = { passed: 5, failed: 2, troubles: ["failed: a", "failed: b"] };
  expect(withExitCode(good, 1)).toMatchObject({ passed: 5, failed: 1 });
  expect(withExitCode(good, 1).troubles).toHaveLength(1);
  expect(withExitCode(bad, 1)).toEqual(bad);
  expect(withExitCode(good, 0)).toEqual(good);
});

test("readOutcome counts a runner without a report as a failure", () => {
  const outcome = readOutcome("no/such/report.json", readVitestReport, 0);
  expect(outcome).toMatchObject({ passed: 0, failed: 1 });
  expect(outcome.troubles).toEqual(["failed: no report at no/such/report.json"]);
});

test("sumOutcomes adds up", () => {
  const sum = sumOutcomes([
    passedOrFailed(true, "types"),
    passedOrFailed(false, "lint"),
    { passed: 2, failed: 3, troubles: ["failed: a test"] },
  ]);
  expect(sum).toEqual({ passed: 3, failed: 4, troubles: ["failed: lint", "failed: a test"] });
});
