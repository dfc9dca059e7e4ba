import { describe, expect, it } from "vitest";
import { eventNames, readTail } from "./read-tail.ts";

describe("readTail", () => {
  it("reads each name of the catalogue, and where a page begins", () => {
    for (const name of eventNames)
      expect(readTail(new URLSearchParams({ name, cursor: "abc" }))).toEqual({
        name,
        cursor: "abc",
      });
  });

  it("takes what it does not know for no filter", () => {
    for (const name of ["", "no.such", "toString"])
      expect(readTail(new URLSearchParams({ name }))).toEqual({});
  });
});
