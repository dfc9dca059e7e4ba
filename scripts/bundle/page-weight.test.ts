/** What an invitee's browser has to load, held to its budget by bytes. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { dictionaries } from "#shared/words/dictionaries.ts";
import { buildApp } from "./build-app.ts";
import { type PageModules, pageModulesFile } from "./page-chunks.ts";
import { filesOfPage, type PageFile, readPageManifest, sumGz, weighPage } from "./page-weight.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
// A thousand bytes each: the stricter reading of the budget.
const landingLimit = 100_000;
const homeLimit = 150_000;

function print(route: string, files: readonly PageFile[]): void {
  const rows = files.map(({ path, bytes, gzBytes }) => ({ path, bytes, gzBytes }));
  const total = { path: "all", bytes: rows.reduce((n, row) => n + row.bytes, 0) };
  const lines = [...rows, { ...total, gzBytes: sumGz(files) }].map(
    ({ path, bytes, gzBytes }) =>
      `${path.padEnd(44)}${String(bytes).padStart(9)}${String(gzBytes).padStart(9)}`,
  );
  process.stdout.write(`${[`${route.padEnd(44)}    bytes       gz`, ...lines].join("\n")}\n`);
}

beforeAll(async () => void (await buildApp(root)));

describe("an invitee's landing", () => {
  it("loads at most 100 KB of compressed JavaScript", () => {
    const files = weighPage(root, "routes/fvm.$deckId");
    print("/fvm/:deckId", files);
    expect(sumGz(files)).toBeLessThanOrEqual(landingLimit);
  });

  it("loads no procedure client, no schemas, no dialogs, no live socket", () => {
    const modules = weighPage(root, "routes/fvm.$deckId").flatMap((file) => file.modules);
    expect(modules).toContain("app/features/micro-decks/deck-intro.tsx");
    expect(modules.some((id) => id.startsWith("node_modules/react-dom/"))).toBe(true);
    const unwanted =
      /node_modules\/(?:@trpc|valibot|zod|radix-ui|@radix-ui|partysocket|lucide-react|i18next)\/|^app\/(?:live\/|trpc-client)/;
    expect(modules.filter((id) => unwanted.test(id))).toEqual([]);
  });

  it("carries no word of a dictionary: pages are sent theirs as data", () => {
    const files = weighPage(root, "routes/fvm.$deckId");
    const code = files.map(({ path }) => readFileSync(`${root}/build/client${path}`, "utf8"));
    const texts = Object.values(dictionaries)
      .flatMap((words) => Object.values(words))
      .flatMap((namespace) => Object.values(namespace))
      .flatMap((message) => (typeof message === "string" ? [message] : Object.values(message)))
      .filter((text) => /\p{L}+ \p{L}+ \p{L}+/u.test(text));
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => code.some((part) => part.includes(text)))).toEqual([]);
  });

  it("leaves what comes after the start to a file of its own", () => {
    const files = weighPage(root, "routes/fvm.$deckId");
    const modules = files.flatMap((file) => file.modules);
    expect(modules).not.toContain("app/features/micro-decks/deck-end.tsx");
    expect(files.length, "each file is a request").toBeLessThanOrEqual(6);
  });
});

describe("the browser's code", () => {
  it("has no dictionary in any of its files", () => {
    const modules: PageModules = JSON.parse(readFileSync(`${root}/${pageModulesFile}`, "utf8"));
    const dictionary = /^shared\/words\/(?:dictionaries|french-spaces|\w\w\/\w+)\.ts$/;
    expect(
      Object.values(modules)
        .flat()
        .filter((id) => dictionary.test(id)),
    ).toEqual([]);
    expect(Object.values(modules).flat()).toContain("shared/words/message.ts");
  });
});

describe("a member's home", () => {
  it("loads at most 150 KB of compressed JavaScript", () => {
    const files = weighPage(root, "routes/home");
    print("/home", files);
    expect(sumGz(files)).toBeLessThanOrEqual(homeLimit);
  });
});

describe("filesOfPage", () => {
  const manifest = {
    entry: { module: "/entry.js", imports: ["/react.js"] },
    routes: {
      root: { module: "/root.js", imports: ["/react.js", "/frame.js"] },
      "routes/a": { module: "/a.js", imports: ["/frame.js"] },
    },
  };

  it("names each file once", () => {
    const files = ["/entry.js", "/react.js", "/root.js", "/frame.js", "/a.js"];
    expect(filesOfPage(manifest, "routes/a")).toEqual(files);
  });

  it("refuses a route that is not there, instead of weighing nothing", () => {
    expect(() => filesOfPage(manifest, "routes/b")).toThrow("routes/b");
    expect(Object.keys(readPageManifest(root).routes)).toContain("routes/fvm.$deckId");
  });
});
