/** Checks that the gallery shows every part there is. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const here = new URL("./", import.meta.url);
const filesIn = (folder: string) => readdirSync(new URL(folder, here));
const textOf = (path: string) => readFileSync(new URL(path, here), "utf8");
const isPart = (name: string) => /^[a-z-]+\.tsx$/.test(name);

describe("the gallery", () => {
  const parts = filesIn("./").filter(isPart);

  it("finds the parts at all", () => {
    expect(parts).toContain("button.tsx");
  });

  it.each(parts)("shows %s in a story beside it", (part) => {
    const story = part.replace(".tsx", ".stories.tsx");
    expect(filesIn("./")).toContain(story);
    expect(textOf(story)).toContain(`from "./${part}"`);
    expect(textOf(story)).toMatch(/^export const [A-Z]\w+ = /m);
  });

  it.each(filesIn("./art/").filter(isPart))("shows the drawing %s", (drawing) => {
    expect(textOf("./art/art.stories.tsx")).toContain(`from "./${drawing}"`);
  });
});
