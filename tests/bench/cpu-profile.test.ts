import { expect, test } from "vitest";
import { type CpuProfile, readProfile } from "./cpu-profile.ts";

const node = (id: number, functionName: string, children: number[] = []) => ({
  id,
  callFrame: { functionName, url: "x/app.js", lineNumber: 9, columnNumber: 0 },
  children,
});

/** (root) -> handle -> parse -> parse, and (idle). */
const profile: CpuProfile = {
  nodes: [
    node(1, "(root)", [2, 5]),
    node(2, "handle", [3]),
    node(3, "parse", [4]),
    node(4, "parse"),
    node(5, "(idle)"),
  ],
  samples: [2, 3, 4, 5],
  timeDeltas: [50, 20, 30, 900],
};

const placeOf = ({ lineNumber }: { lineNumber: number }) => `app.js:${lineNumber + 1}`;

test("shares are of the busy time, and idle time is none", () => {
  const lines = readProfile(profile, placeOf);
  expect(lines.find(({ where }) => where === "handle app.js:10")).toMatchObject({
    self: 0.5,
    total: 1,
  });
});

test("a recursive function counts once in its total", () => {
  const parse = readProfile(profile, placeOf).find(({ where }) => where === "parse app.js:10");
  expect(parse).toMatchObject({ self: 0.5, total: 0.5 });
});
