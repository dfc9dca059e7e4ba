import { expect, test } from "vitest";
import { missingFromLock } from "./lock-file.ts";

const binary = { optionalDependencies: { "@tool/linux": "1.0.0", "@tool/mac": "1.0.0" } };

test("missingFromLock names a platform's package that the lock lacks", () => {
  const packages = { "node_modules/tool": binary, "node_modules/@tool/linux": {} };
  expect(missingFromLock({ packages })).toEqual([
    "node_modules/tool needs @tool/mac@1.0.0, which is not in the lock",
  ]);
});

test("missingFromLock finds a package that is nested", () => {
  const packages = {
    "node_modules/tool": binary,
    "node_modules/@tool/linux": {},
    "node_modules/tool/node_modules/@tool/mac": {},
  };
  expect(missingFromLock({ packages })).toEqual([]);
});
