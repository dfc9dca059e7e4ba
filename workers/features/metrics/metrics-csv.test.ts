import { describe, expect, it } from "vitest";
import { csvStream } from "./metrics-csv.ts";

const read = (rows: Parameters<typeof csvStream>[0]) => new Response(csvStream(rows)).text();

describe("csvStream", () => {
  it("writes names, then a line for each row, with nothing for what is unknown", async () => {
    expect(
      await read([
        { day: "2026-01-01", k: 0.5 },
        { day: "2026-01-02", k: null },
      ]),
    ).toBe("day,k\r\n2026-01-01,0.5\r\n2026-01-02,\r\n");
  });

  it("quotes what would break a line, and disarms formulas", async () => {
    expect(await read([{ a: 'say "hi", twice', b: "=1+1" }])).toBe(
      `a,b\r\n"say ""hi"", twice",'=1+1\r\n`,
    );
  });

  it("is empty where there is nothing", async () => {
    expect(await read([])).toBe("");
  });
});
