/** The words of the page as components read them: what the server sent, in the language it chose. */
import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext, useMemo } from "react";
import type { Namespace } from "#shared/words/dictionaries.ts";
import type { Locale } from "#shared/words/locale.ts";
import type { Dictionary } from "#shared/words/message.ts";
import { sayWords, type Words } from "./say.ts";

export type SentWords = Partial<Record<Namespace, Dictionary>>;

/** What a document brings; pages that follow without a new document add theirs. */
export interface PageWords {
  locale: Locale;
  words: SentWords;
}

const WordsContext = createContext<PageWords>({ locale: "en", words: {} });

export const WordsProvider = WordsContext.Provider;

/** Where a document keeps its words for the browser. */
export const wordsId = "words";

/** Of this document: the language, and all words that came so far. */
export function usePageWords(): PageWords {
  const page = useContext(WordsContext);
  const sent = useRouteLoaderData("root") as { words?: SentWords } | undefined;
  // Words only ever come: what is kept is the same however often this runs.
  Object.assign(page.words, sent?.words);
  return page;
}

/** `const t = useWords("deck"); t("start")`: the route's `handle.words` has to name the namespace. */
export function useWords<N extends Namespace>(namespace: N): Words<N> {
  const { locale, words } = usePageWords();
  const dictionary = words[namespace];
  return useMemo(() => sayWords(dictionary ?? {}, locale), [dictionary, locale]);
}

/** For numbers and dates where no words stand beside them. */
export function useLocale(): Locale {
  return useContext(WordsContext).locale;
}
