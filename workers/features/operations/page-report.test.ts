import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostReports, readPageReports } from "./page-report.ts";

const app = "https://app.example";
const modern = (body: object) => ({ type: "csp-violation", age: 1, url: app, body });

describe("readPageReports", () => {
  it("reads both forms in which browsers report", () => {
    const old = {
      "csp-report": {
        "document-uri": `${app}/results/run_01?x=1`,
        "effective-directive": "script-src-elem",
        "blocked-uri": "https://evil.test/a.js",
      },
    };
    expect(readPageReports(old, app)).toEqual([
      { directive: "script-src-elem", page: "/results", blocked: "other" },
    ]);
    const body = {
      documentURL: `${app}/home`,
      effectiveDirective: "style-src",
      blockedURL: "inline",
    };
    expect(readPageReports([modern(body)], app)).toEqual([
      { directive: "style-src", page: "/home", blocked: "inline" },
    ]);
  });

  it("keeps no token, id, address or sample of what it is told", () => {
    const body = {
      documentURL: `${app}/sign-in/confirm?token=secret`,
      effectiveDirective: "require-trusted-types-for",
      blockedURL: "trusted-types-sink",
      sample: "Element innerHTML|private words",
      referrer: `${app}/secret`,
    };
    const [report] = readPageReports([modern(body)], app);
    expect(report).toEqual({
      directive: "require-trusted-types-for",
      page: "/sign-in",
      blocked: "trusted-types",
    });
  });

  it("says nothing of other kinds of reports, and reads no more than ten", () => {
    expect(readPageReports([{ type: "deprecation", body: {} }, null, 7, "x"], app)).toEqual([]);
    const many = Array.from({ length: 50 }, () => modern({}));
    expect(readPageReports(many, app)).toHaveLength(mostReports);
  });

  it("makes short plain words of whatever it is sent", () => {
    const text = fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }));
    const any = fc.record({ documentURL: text, effectiveDirective: text, blockedURL: text });
    fc.assert(
      fc.property(any, (body) => {
        const [report] = readPageReports([modern(body)], app);
        expect(report?.directive).toMatch(/^[a-z-]{1,40}$/);
        expect(report?.page).toMatch(/^(\/[a-z-]{0,30}|unknown)$/);
      }),
    );
  });
});
