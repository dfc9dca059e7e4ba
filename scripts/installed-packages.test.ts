import { expect, test } from "vitest";
import { installedDiffers } from "./installed-packages.mjs";

const wanted = (more: object = {}) => ({
  packages: {
    "": { version: "0.1.0" },
    "node_modules/hono": { version: "4.0.0", integrity: "sha512-a" },
    "node_modules/mac-only": { version: "1.0.0", integrity: "sha512-b", optional: true },
    ...more,
  },
});
const installed = {
  packages: { "node_modules/hono": { version: "4.0.0", integrity: "sha512-a" } },
};

test("installedDiffers is content when only another platform's optional package is absent", () => {
  expect(installedDiffers(wanted(), installed)).toBeNull();
});

test("installedDiffers asks for an installation on a fresh clone", () => {
  expect(installedDiffers(wanted(), null)).toBe("none are installed yet");
});

test("installedDiffers names a package that the lock gained", () => {
  const lock = wanted({ "node_modules/@scope/zod": { version: "4.0.0", integrity: "sha512-c" } });
  expect(installedDiffers(lock, installed)).toBe("@scope/zod is missing");
});

test("installedDiffers names a package of another version", () => {
  const lock = wanted({ "node_modules/hono": { version: "4.0.1", integrity: "sha512-d" } });
  expect(installedDiffers(lock, installed)).toBe("hono is 4.0.0, not 4.0.1");
});

test("installedDiffers notices the same version with other contents", () => {
  const lock = wanted({ "node_modules/hono": { version: "4.0.0", integrity: "sha512-x" } });
  expect(installedDiffers(lock, installed)).not.toBeNull();
});

test("installedDiffers names a package that the lock lost", () => {
  const more = { packages: { ...installed.packages, "node_modules/a/node_modules/old": {} } };
  expect(installedDiffers(wanted(), more)).toBe("old is no longer wanted");
});

test("installedDiffers does not call packages current without a lock", () => {
  expect(installedDiffers(null, installed)).toBe("there is no lock file to compare with");
});
