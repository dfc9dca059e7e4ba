import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sourcePlaces } from "./source-places.ts";

const folder = mkdtempSync(join(tmpdir(), "k-factor-places-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A map whose first place in the bundle is the first one of its source. */
function writeMap(file: string, source: string): void {
  const map = { version: 3, sources: [source], names: [], mappings: "AAAA" };
  writeFileSync(join(folder, `${file}.map`), JSON.stringify(map));
}

const place = (url: string, lineNumber = 0) => ({ url, lineNumber, columnNumber: 0 });

test("a place in the bundle is told by its source file", () => {
  writeMap("app.js", "../../workers/platform/hmac.ts");
  expect(sourcePlaces(folder)(place("file:///app.js"))).toBe("workers/platform/hmac.ts:1");
});

test("of a package its name and the file are told", () => {
  writeMap("trpc.js", "../../node_modules/@trpc/server/src/core/router.ts");
  expect(sourcePlaces(folder)(place("chunks/trpc.js"))).toBe("@trpc/server/router.ts:1");
});

test("without a map the bundle's own line is told, and of no file nothing", () => {
  expect(sourcePlaces(folder)(place("chunks/other.js", 41))).toBe("other.js:42");
  expect(sourcePlaces(folder)(place(""))).toBe("");
});
