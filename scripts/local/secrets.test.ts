import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localSecrets } from "./secrets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("localSecrets makes secrets that differ, and keeps them for the next start", () => {
  const made = localSecrets(folder);
  expect(new Set(Object.values(made)).size).toBe(5);
  for (const secret of Object.values(made)) expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(localSecrets(folder)).toEqual(made);
});

test("localSecrets lets only the owner read them", () => {
  localSecrets(folder);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("localSecrets adds what a later version needs and changes nothing else", () => {
  const kept = { COOKIE_SECRET: "c".repeat(40), OTHER: "kept" };
  writeFileSync(join(folder, "secrets.json"), JSON.stringify(kept));
  const { COOKIE_SECRET, AUTH_SECRET } = localSecrets(folder);
  expect(COOKIE_SECRET).toBe(kept.COOKIE_SECRET);
  const stored = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
  expect(stored).toMatchObject({ ...kept, AUTH_SECRET });
});

test("localSecrets says in a sentence that the file is broken, and leaves it as it is", () => {
  const path = join(folder, "secrets.json");
  writeFileSync(path, "{");
  expect(() => localSecrets(folder)).toThrow("is not JSON");
  expect(readFileSync(path, "utf8")).toBe("{");
});
