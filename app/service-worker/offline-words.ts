/** The offline page's words: the worker brings those of every language, as it can ask for none. */
import { sayWords, type Words } from "#app/words/say.ts";
import { readLocale } from "#shared/words/choose-locale.ts";
import { offline as en } from "#shared/words/en/offline.ts";
import { offline as es } from "#shared/words/es/offline.ts";
import { offline as fr } from "#shared/words/fr/offline.ts";

/** The French ones have no punctuation that wants another space: each byte here is in the worker. */
const dictionaries = { en, es, fr };

/** In the first language that we speak, such as `es` for `es-MX`; English where there is none. */
export function offlineWords(wanted: readonly (string | null | undefined)[]): Words<"offline"> {
  const known = wanted.map((tag) => readLocale(tag?.toLowerCase().split("-", 1)[0]));
  const locale = known.find((one) => one !== null) ?? "en";
  return sayWords(dictionaries[locale], locale);
}
