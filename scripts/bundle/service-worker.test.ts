/** What is kept on a device before it is asked for, and what the app says of itself. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "./build-app.ts";
import { listShell, weighServiceWorker, withImports } from "./service-worker.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = (path: string) => readFileSync(root + path, "utf8");

beforeAll(async () => void (await buildApp(root)));

describe("the service worker", () => {
  it("weighs at most 16 KB, and fetches at most 190 KB, compressed", () => {
    const { script, shell, files } = weighServiceWorker(root);
    process.stdout.write(`service worker ${script} bytes gz, shell ${shell} in ${files} files\n`);
    expect(script).toBeLessThanOrEqual(16 * 1024);
    expect(shell).toBeLessThanOrEqual(190 * 1024);
  });

  it("keeps all that a deck needs from its start to its end, and files that are there", () => {
    const urls = listShell(root).map(({ url }) => url);
    expect(urls.some((url) => url.startsWith("/assets/deck-crossing-"))).toBe(true);
    expect(urls.some((url) => /^\/assets\/root-.*\.css$/.test(url))).toBe(true);
    for (const url of urls) expect(existsSync(`${root}build/client${url}`), url).toBe(true);
    expect(text("build/client/service-worker.js")).toContain(urls[0]);
  });
});

describe("withImports", () => {
  it("follows static imports, through circles, and not what is loaded later", () => {
    const files: Record<string, string> = {
      "a.js": `import{x}from"./b.js";import"./c.js";const l=()=>import("./later.js")`,
      "b.js": `import{y}from"./a.js";export{z}from"./d.$id-x.js"`,
      "c.js": "",
      "d.$id-x.js": "",
    };
    const found = withImports("a.js", (name) => files[name] ?? "");
    expect(found).toEqual(["a.js", "b.js", "d.$id-x.js", "c.js"]);
  });
});

describe("the app's manifest", () => {
  const manifest = JSON.parse(text("public/manifest.webmanifest"));
  /** Width and height, as a PNG's header says. */
  const sizeOf = (path: string) => {
    const bytes = readFileSync(`${root}public${path}`);
    return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  };

  it("names pictures that are there, in the sizes it says", () => {
    for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots])
      expect(sizeOf(src), src).toBe(sizes);
    const purposes = manifest.icons.map(({ purpose }: { purpose: string }) => purpose);
    expect(new Set(purposes)).toEqual(new Set(["any", "maskable", "monochrome"]));
  });

  it("has the colours of the design", () => {
    const paper = /:root \{[^}]*--paper: (#\w+)/.exec(text("app/colours.css"))?.[1];
    expect(manifest.theme_color).toBe(paper);
    expect(manifest.background_color).toBe(paper);
  });
});
