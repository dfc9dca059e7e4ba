/** Checks that avatars are stable, varied and legible. */
import { describe, expect, it } from "vitest";
import { avatarShapes, bodies, ears, eyes, marks, mouths, stoneColours } from "./avatar-shapes.ts";

const seeds = Array.from({ length: 500 }, (_, number) => `Quiet Otter ${number}`);
const all = seeds.map(avatarShapes);

describe("avatarShapes", () => {
  it("gives the same alias the same creature, always", () => {
    expect(avatarShapes("Quiet Otter 42")).toEqual(avatarShapes("Quiet Otter 42"));
    expect(avatarShapes("Quiet Otter 42")).toMatchInlineSnapshot(`
      {
        "body": "boulder",
        "cheeks": false,
        "ears": "round",
        "eyes": "wide",
        "ground": "sat_math",
        "mark": "none",
        "mouth": "smile",
        "stone": "geometry",
        "tilt": 6,
      }
    `);
  });

  it("gives 500 neighbouring aliases almost as many creatures", () => {
    expect(new Set(all.map((shapes) => JSON.stringify(shapes))).size).toBeGreaterThan(480);
  });

  it("uses every form of every feature", () => {
    const used = (key: keyof (typeof all)[number]) =>
      new Set(all.map((shapes) => shapes[key])).size;
    expect(used("ground")).toBe(stoneColours.length);
    expect(used("stone")).toBe(stoneColours.length);
    expect(used("body")).toBe(bodies.length);
    expect(used("ears")).toBe(ears.length);
    expect(used("eyes")).toBe(eyes.length);
    expect(used("mouth")).toBe(mouths.length);
    expect(used("mark")).toBe(marks.length);
  });

  it("never puts a stone on ground of its own colour", () => {
    for (const shapes of all) expect(shapes.stone).not.toBe(shapes.ground);
  });

  it("draws something for an empty alias", () => {
    expect(stoneColours).toContain(avatarShapes("").stone);
  });
});
