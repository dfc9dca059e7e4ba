/** Checks the lines that Remix's script reads, by reading them as it does: by place. */
import { describe, expect, it } from "vitest";
import { actionLine, goToLine } from "./turbo-lines.ts";

/** Puts a line together again; -5 is null, -7 undefined. */
function read(line: string): unknown {
  const values = JSON.parse(line) as unknown[];
  const at = (place: number): unknown => {
    if (place === -5) return null;
    if (place === -7) return undefined;
    const value = values[place];
    if (Array.isArray(value))
      return typeof value[0] === "string" ? [value[0], ...value.slice(1).map(at)] : value.map(at);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [at(Number(key.slice(1))), at(part as number)]),
    );
  };
  return at(0);
}

describe("actionLine", () => {
  it("carries plain data through, with all its corners", () => {
    const data = {
      text: 'a "quoted" line\nand é',
      list: [1, 0, -2.5, [], {}],
      no: null,
      none: undefined,
      yes: true,
      deep: { answered: [{ choices: ["a", "b"], held: true }] },
    };
    expect(read(actionLine(data))).toEqual({ data });
  });

  it("says that there is nothing", () => {
    expect(actionLine(null)).toBe('[{"_1":-5},"data"]');
  });
});

describe("goToLine", () => {
  it("is a redirect that opens the page itself", () => {
    expect(read(goToLine("/home?x=1"))).toEqual([
      "SingleFetchRedirect",
      { redirect: "/home?x=1", status: 302, revalidate: false, reload: true, replace: false },
    ]);
  });
});
