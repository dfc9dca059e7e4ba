import { expect, test } from "vitest";
import { measureBundle } from "./bundle-size.ts";

const chunk = (imports: [string, "import-statement" | "dynamic-import"][] = []) => ({
  bytes: 0,
  inputs: {},
  exports: [],
  imports: imports.map(([path, kind]) => ({ path, kind })),
});
const sizes: Record<string, number> = { "app.js": 10, "zod.js": 5, "auth.js": 100, "react.js": 50 };
const outputs = {
  "app.js": chunk([
    ["zod.js", "import-statement"],
    ["auth.js", "dynamic-import"],
  ]),
  "zod.js": chunk(),
  "auth.js": {
    ...chunk([
      ["zod.js", "import-statement"],
      ["react.js", "import-statement"],
      ["app.js", "import-statement"],
    ]),
    entryPoint: "workers/auth.ts",
  },
  "react.js": chunk(),
  "app.js.map": chunk(),
};
const measured = measureBundle(outputs, (path) => sizes[path] ?? 1000);

test("measureBundle counts for the entry what it loads statically, and no lazy part", () => {
  expect(measured.entry).toBe(15);
});

test("measureBundle counts for a lazy part only what the entry has not loaded", () => {
  expect(measured.lazy).toEqual([{ name: "workers/auth.ts", gzBytes: 150 }]);
});

test("measureBundle counts each module once in the total, and no source map", () => {
  expect(measured.total).toBe(165);
});
