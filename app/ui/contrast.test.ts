/** Checks the tokens of colours.css against WCAG's contrast, by day and by night. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stoneColours } from "./avatar-shapes.ts";

const css = readFileSync(new URL("../colours.css", import.meta.url), "utf8").replaceAll(
  /\/\*[\s\S]*?\*\//g,
  "",
);

/** The custom properties of every block with that selector; later ones win. */
function tokens(selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, body] of css.matchAll(/^([^\s@][^{]*) \{\n([\s\S]*?)^\}/gm)) {
    if (name?.trim() !== selector) continue;
    for (const [, key, value] of (body ?? "").matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)) {
      if (key && value) found[key] = value;
    }
  }
  return found;
}

const light = tokens(":root");
const dark = { ...light, ...tokens(".dark") };

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const text = [
  ...["paper", "card", "well", "river-soft", "leaf-soft", "clay-soft"].map((on) => ["ink", on]),
  ...["paper", "card", "well", "river-soft"].map((on) => ["soft", on]),
  ...["paper", "card", "well", "river-soft"].map((on) => ["river", on]),
  ["leaf", "leaf-soft"],
  ["leaf", "card"],
  ["clay", "clay-soft"],
  ["clay", "card"],
  ["on-sun", "sun"],
  ["on-river", "river"],
  ["on-pine", "pine"],
  ["pine-soft", "pine"],
  ...stoneColours.map((subject) => ["on-stone", `stone-${subject}`]),
] as [string, string][];

const edges = [
  ["line-strong", "paper"],
  ["line-strong", "card"],
  ["focus", "paper"],
  ["focus", "card"],
] as [string, string][];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s colours", (_, theme) => {
  const ratio = ([front, back]: [string, string]) =>
    contrast(theme[front] ?? "missing", theme[back] ?? "missing");

  it.each(text)("make %s on %s readable (4.5)", (front, back) => {
    expect(ratio([front, back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)("make %s on %s visible (3)", (front, back) => {
    expect(ratio([front, back])).toBeGreaterThanOrEqual(3);
  });
});
