/** Every skill that a deck asks for has its words. */
import { expect, it } from "vitest";
import { dictionaries } from "#shared/words/dictionaries.ts";
import { locales } from "#shared/words/locale.ts";
import { decks } from "#workers/features/micro-decks/deck-catalogue.ts";

it.each(locales)("has the words of %s for every skill of every deck", (locale) => {
  const tags = decks.flatMap(({ questions }) => questions.map(({ skill }) => skill));
  const keys = Object.keys(dictionaries[locale].skills);
  const missing = tags.filter((tag) => !keys.includes(`skill_${tag.replaceAll("-", "_")}`));
  expect(missing).toEqual([]);
  expect(tags.length).toBeGreaterThan(50);
});
