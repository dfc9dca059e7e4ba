/** Wakes the server's page up in the browser. */
import { RemixBrowser } from "@remix-run/react";
import { setNonce } from "get-nonce";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { type PageWords, WordsProvider, wordsId } from "./words/use-words.ts";

// Parts that add a style element at run time need the nonce before they render.
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
if (nonce) setNonce(nonce);

const words: PageWords = JSON.parse(document.getElementById(wordsId)?.textContent ?? "{}");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <WordsProvider value={words}>
        <RemixBrowser />
      </WordsProvider>
    </StrictMode>,
  );
});
