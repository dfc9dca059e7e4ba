/** Every language says everything that English says, with the same values in it. */
import { describe, expect, it } from "vitest";
import { dictionaries, englishOnly, localeOf, type Namespace } from "./dictionaries.ts";
import { type Locale, locales } from "./locale.ts";
import type { Message } from "./message.ts";

const namespaces = Object.keys(dictionaries.en) as Namespace[];
const translated = namespaces.filter((name) => !(name in englishOnly));
const others = locales.filter((locale) => locale !== "en");

const formsOf = (message: Message) =>
  typeof message === "string" ? [message] : Object.values(message);

/** Placeholders and marked parts of all forms, sorted. */
function partsOf(message: Message): string[] {
  const found = formsOf(message).flatMap((text) => text.match(/\{\w+\}|<\/?\w+>/g) ?? []);
  return [...new Set(found)].sort();
}

/** `problem` for each message of a language's own, where it says what is wrong. */
function faults(
  locale: Locale,
  problem: (message: Message, english: Message) => unknown,
): string[] {
  const owned = locale === "en" ? namespaces : translated;
  return owned.flatMap((name) => {
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
    for (const name of translated) {
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

describe("the operator's words", () => {
  const operators = namespaces.filter((name) => name in englishOnly);

  it("are English on a page of any language, and the only ones that are", () => {
    expect(operators.every((name) => name.startsWith("admin"))).toBe(true);
    for (const locale of others) {
      const shared = namespaces.filter(
        (name) => dictionaries[locale][name] === dictionaries.en[name],
      );
      expect(shared).toEqual(operators);
      expect(operators.map((name) => localeOf(name, locale))).toEqual(operators.map(() => "en"));
      expect(localeOf("shell", locale)).toBe(locale);
    }
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
