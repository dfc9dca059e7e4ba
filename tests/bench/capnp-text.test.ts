import { expect, test } from "vitest";
import { toCapnpText } from "./capnp-text.ts";

test("structs, lists, texts, numbers and embedded files take their Cap'n Proto form", () => {
  const text = toCapnpText({
    name: "app",
    modules: [{ name: "app.js", esModule: { embed: "../app.js" } }],
    enableSql: true,
    count: 2,
  });
  expect(text).toBe(
    '(name = "app", modules = [(name = "app.js", esModule = embed "../app.js")], enableSql = true, count = 2)',
  );
});

test("a field that is undefined is left out", () => {
  expect(toCapnpText({ a: undefined, b: "x" })).toBe('(b = "x")');
});

test("no text can end its quotes, and other characters are bytes of UTF-8", () => {
  expect(toCapnpText('a"\\\n')).toBe('"a\\"\\\\\\x0a"');
  expect(toCapnpText("é")).toBe('"\\xc3\\xa9"');
});
