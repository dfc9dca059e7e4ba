/** Checks how messages are said: placeholders, plural forms, marked parts, each in its language. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { withFrenchSpaces } from "#shared/words/french-spaces.ts";
import { rich } from "./rich.tsx";
import { sayWords } from "./say.ts";

const dictionary = {
  questions: { one: "{count} pregunta", many: "{count} de preguntas", other: "{count} preguntas" },
  open_settings: "Eres {alias}",
  mention: "Di <code>{request}</code>, por favor",
};
const t = sayWords<"shell">(dictionary, "es");

describe("a message", () => {
  it("is filled with its values, numbers as the language writes them", () => {
    expect(t("open_settings", { alias: "Otter $& 12" })).toBe("Eres Otter $& 12");
    expect(t("questions", { count: 12_345 })).toBe("12.345 preguntas");
  });

  it("takes the plural form that its language has for the count", () => {
    const said = [1, 0, 1_000_000].map((count) => t("questions", { count }));
    expect(said).toEqual(["1 pregunta", "0 preguntas", "1.000.000 de preguntas"]);
    expect(sayWords<"shell">(dictionary, "fr")("questions", { count: 0 })).toBe("0 pregunta");
  });

  it("says nothing for what is not there", () => {
    expect(sayWords<"shell">({}, "es")("loading")).toBe("");
  });

  it("makes elements of its marked parts, and never of a value", () => {
    const code = (id: string) => <b>{id}</b>;
    const said = rich(t, "mention", { request: "<code>1</code>", code });
    const markup = "Di <b>&lt;code&gt;1&lt;/code&gt;</b>, por favor";
    expect(renderToStaticMarkup(said as ReactElement)).toBe(markup);
  });
});

describe("French", () => {
  it("has spaces that never break before high punctuation", () => {
    const typed = { a: "Quoi ? « Oui ! »", b: { one: "Un : {count}", other: "Des ; {count}" } };
    expect(withFrenchSpaces(typed)).toEqual({
      a: "Quoi\u202f? «\u00a0Oui\u202f!\u00a0»",
      b: { one: "Un\u00a0: {count}", other: "Des\u202f; {count}" },
    });
  });
});
