/** Who looks at the page, as the root loader told; parts of the frame depend on it. */
import { useRouteLoaderData } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import type { SentWords } from "#app/words/use-words.ts";
import type { Theme } from "./theme.ts";

export type Viewer = Outputs["people"]["me"];

/** What the root loader gives to every page. */
export interface RootData {
  viewer: Viewer;
  theme: Theme | null;
  /** What the site is, in a sentence. */
  description: string;
  /** What this page adds to the words of its document. */
  words: SentWords;
}

/** Null where the root loader itself failed. */
export function useRootData(): RootData | null {
  return (useRouteLoaderData("root") as RootData | undefined) ?? null;
}
