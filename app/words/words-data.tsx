/** The document's words as data for the browser, which takes them up before it renders. */
import { useMatches } from "@remix-run/react";
import { useEffect } from "react";
import type { RouteHandle } from "./page-words.server.ts";
import { usePageWords, wordsId } from "./use-words.ts";

/** In the browser it is read already: there it stays as the server wrote it. */
export function WordsData() {
  const page = usePageWords();
  const json = typeof document === "undefined" ? JSON.stringify(page) : "";
  return (
    <script
      type="application/json"
      id={wordsId}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, unable to end the element.
      dangerouslySetInnerHTML={{ __html: json.replaceAll("<", "\\u003c") }}
    />
  );
}

/** A page that came without its words, from some cache, is asked for again as a whole document. */
export function useAllWords(): void {
  const { words } = usePageWords();
  const wanted = useMatches().flatMap(({ handle }) => (handle as RouteHandle)?.words ?? []);
  const missing = wanted.some((namespace) => !words[namespace]);
  useEffect(() => {
    if (missing) window.location.reload();
  }, [missing]);
}
