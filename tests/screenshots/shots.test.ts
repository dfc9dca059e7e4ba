import { describe, expect, it } from "vitest";
import { routesWithPage, shots } from "./shots.ts";

describe("screenshots", () => {
  it("show every page: a new route needs a shot", () => {
    const shown = new Set(shots.map(({ route }) => route));
    expect(routesWithPage().filter((route) => !shown.has(route))).toEqual([]);
  });

  it("name only routes that are there, and each picture once", () => {
    const known = new Set(routesWithPage());
    expect(shots.filter(({ route }) => !known.has(route))).toEqual([]);
    expect(new Set(shots.map(({ name }) => name)).size).toBe(shots.length);
  });
});
