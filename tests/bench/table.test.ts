import { expect, test } from "vitest";
import { formatCell, formatTable } from "./table.ts";

test("numbers stand right under their column, texts left", () => {
  const text = formatTable({
    title: "figures",
    columns: ["name", "req/s"],
    rows: [
      ["bare", 16000],
      ["a page", 4.5],
    ],
  });
  expect(text).toBe(
    ["figures", "name     req/s", "------  ------", "bare    16,000", "a page    4.50"].join("\n"),
  );
});

test("a figure that is missing is shown as such", () => {
  expect(formatCell(null)).toBe("-");
  expect(formatCell(0)).toBe("0");
  expect(formatCell(123.456)).toBe("123.5");
});
