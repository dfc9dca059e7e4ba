/** Every language says everything that English says, with the same values in it. */
import { describe, expect, it } from "vitest";
import { dictionaries, type Namespace } from "./dictionaries.ts";
import { type Locale, locales } from "./locale.ts";
import type { Message } from "./message.ts";

const namespaces = Object.keys(dictionaries.en) as Namespace[];
const others = locales.filter((locale) => locale !== "en");

const formsOf = (message: Message) =>
  typeof message === "string" ? [message] : Object.values(message);

/** Placeholders and marked parts of all forms, sorted. */
function partsOf(message: Message): string[] {
  const found = formsOf(message).flatMap((text) => text.match(/\{\w+\}|<\/?\w+>/g) ?? []);
  return [...new Set(found)].sort();
}

/** `problem` for each message of a language, where it says what is wrong. */
function faults(
  locale: Locale,
  problem: (message: Message, english: Message) => unknown,
): string[] {
  return namespaces.flatMap((name) => {
    const { en, [locale]: own } = dictionaries;
    return Object.entries(own[name]).flatMap(([key, message]) => {
      const fault = problem(message, en[name][key] ?? "");
      return fault ? [`${locale} ${name}.${key}: ${fault}`] : [];
    });
  });
}

describe.each(others)("%s", (locale) => {
  it("has the namespaces and keys of English, and no others", () => {
    expect(Object.keys(dictionaries[locale])).toEqual(namespaces);
    for (const name of namespaces) {
      const keys = Object.keys(dictionaries[locale][name]).sort();
      expect(keys, name).toEqual(Object.keys(dictionaries.en[name]).sort());
    }
  });

  it("has the placeholders and marked parts of English", () => {
    const wrong = faults(locale, (message, english) => {
      const [own, wanted] = [String(partsOf(message)), String(partsOf(english))];
      return own === wanted ? null : `${own} instead of ${wanted}`;
    });
    expect(wrong).toEqual([]);
  });

  it("has a plural where English has one", () => {
    const kind = (message: Message) => typeof message;
    expect(faults(locale, (own, english) => kind(own) !== kind(english) && "another kind")).toEqual(
      [],
    );
  });
});

describe.each(locales)("%s", (locale) => {
  it("has each plural form that its language needs, and no others", () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    const wrong = faults(locale, (message) => {
      if (typeof message === "string") return null;
      const given = Object.keys(message).sort();
      return String(given) === String(needed) ? null : `${given} instead of ${needed}`;
    });
    expect(wrong).toEqual([]);
  });

  it("says something everywhere, without spaces at its ends", () => {
    const wrong = faults(locale, (message) =>
      formsOf(message).some((text) => text === "" || text !== text.trim())
        ? "empty or untrimmed"
        : 0,
    );
    expect(wrong).toEqual([]);
  });
});

describe("French", () => {
  it("has no high punctuation after an ordinary space, and no straight apostrophe", () => {
    const wrong = faults("fr", (message) =>
      formsOf(message).find((text) => / [;:!?»]|« |'/.test(text)),
    );
    expect(wrong).toEqual([]);
  });
});
