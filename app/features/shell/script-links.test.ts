import { expect, test } from "vitest";
import { scriptLinks } from "./script-links.ts";

test("the page's scripts are named once each, with the nonce that lets the browser fetch them", () => {
  const context = {
    manifest: {
      entry: { module: "/entry.js", imports: ["/framework.js"] },
      routes: {
        root: { module: "/root.js", imports: ["/framework.js"] },
        "routes/a": { module: "/a.js" },
        "routes/b": { module: "/b.js" },
      },
    },
    staticHandlerContext: { matches: [{ route: { id: "root" } }, { route: { id: "routes/a" } }] },
  };
  const links = scriptLinks(context as unknown as Parameters<typeof scriptLinks>[0], "n0nce");
  expect(links).toEqual(
    ["/entry.js", "/framework.js", "/root.js", "/a.js"].map(
      (path) => `<${path}>; rel="modulepreload"; nonce="n0nce"`,
    ),
  );
});
