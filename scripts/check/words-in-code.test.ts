/** No words in a component, no key without words, no words without a reader. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dictionaries, englishOnly } from "#shared/words/dictionaries.ts";
import { readWords, readWordsInCode, type WordsOfFile } from "./words-in-code.ts";

const files = readWordsInCode(fileURLToPath(new URL("../..", import.meta.url)));
const byPath = new Map(files.map((file) => [file.path, file]));

/** What a file asks for, itself and through all that it imports. */
function askedFrom(path: string, seen = new Set<string>()): Set<string> {
  const file = byPath.get(path);
  if (!file || seen.has(path)) return new Set();
  seen.add(path);
  const below = file.imports.flatMap((imported) => [...askedFrom(imported, seen)]);
  return new Set([...file.asked, ...below].filter((name) => name !== "shell"));
}

describe("the code of the pages", () => {
  it("holds no words of its own", () => {
    const written = files.flatMap(({ literals }) => literals);
    expect(written).toEqual([]);
  });

  it("says only keys that there are", () => {
    const unknown = files.flatMap(({ path, said }) =>
      said
        .filter(({ namespace, kind, key }) => kind === "prefix" && keysWith(namespace, key) === 0)
        .map(({ namespace, key }) => `${path}: ${namespace}.${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it("says every key", () => {
    const said = files.flatMap((file) => file.said);
    const silent = Object.entries(dictionaries.en).flatMap(([namespace, words]) =>
      Object.keys(words)
        .filter((key) => !said.some((one) => one.namespace === namespace && says(one, key)))
        .map((key) => `${namespace}.${key}`),
    );
    expect(silent).toEqual([]);
  });

  it("names in each route's handle the words that its page shows, and no others", () => {
    const routes = files.filter(({ path }) => /^app\/(?:root|routes\/.*)\.tsx$/.test(path));
    const wrong = routes.flatMap(({ path, handled }) => {
      const [wanted, named] = [[...askedFrom(path)].sort(), [...handled].sort()];
      return String(wanted) === String(named) ? [] : [`${path} shows ${wanted}, names ${named}`];
    });
    expect(wrong).toEqual([]);
  });

  it("names the operator's words in the operator's routes alone", () => {
    const naming = files.filter(({ handled }) => handled.some((name) => name in englishOnly));
    const outside = naming.filter(({ path }) => !/^app\/routes\/admin[._]/.test(path));
    expect(outside.map(({ path }) => path)).toEqual([]);
    expect(naming.length).toBeGreaterThan(5);
  });
});

function says({ kind, key: said }: WordsOfFile["said"][number], key: string): boolean {
  return kind === "key" ? key === said : key.startsWith(said);
}

function keysWith(namespace: string, prefix: string): number {
  const words = dictionaries.en[namespace as keyof typeof dictionaries.en] ?? {};
  return Object.keys(words).filter((key) => key.startsWith(prefix)).length;
}

describe("the reader of the code", () => {
  it("finds what a person would read or hear", () => {
    const code = `const a = <p title="One" className="two">Three {x ? "Four" : \`Five \${y}\`}
      <img alt={"Six"} src="seven" />{t("eight")} · {1}<Table columns={["Seven", t("eight")]} /></p>;`;
    const found = readWords(code, "a.tsx").literals.map((literal) => literal.split(" ", 2)[1]);
    expect(found).toEqual(["One", "Three", "Four", "Six", "Seven"]);
  });

  it("knows which words each `t` says", () => {
    const code = `function A() { const t = useWords("deck"); const s = useWords("shell");
      return t(x ? "one" : "two") + s(\`subject_\${y}\`) + rich(t, "three", {}); }
      function B({ t }: { t: Words<"join"> }) { return t(chosen); }
      const chosen = "four";
      const title = wordsFor(args, "join")("five");`;
    const found = readWords(code, "a.tsx").said.map(({ namespace, key }) => `${namespace}.${key}`);
    expect(found).toEqual(
      expect.arrayContaining(["deck.one", "deck.two", "shell.subject_", "deck.three", "join.four"]),
    );
    expect(found).toContain("join.five");
    expect(readWords(code, "a.tsx").asked).toEqual(["deck", "shell"]);
  });
});
