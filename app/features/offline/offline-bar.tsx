/** Says of when a page is that the device kept; that there is no network, every page says. */
import { useLocation } from "@remix-run/react";
import { useRef } from "react";
import { useWords } from "#app/words/use-words.ts";
import { keptAttribute } from "#shared/kept-pages.ts";
import { keptWords } from "./kept-words.ts";

export function OfflineBar() {
  const t = useWords("shell");
  const { pathname } = useLocation();
  const first = useRef(pathname);
  // Only the page that the browser opened was kept; where one goes from there is of now.
  const kept = Number(document.documentElement.getAttribute(keptAttribute));
  const at = first.current === pathname ? kept : 0;
  return (
    <div role="status">
      {at ? (
        <p className="pointer-events-auto rounded-control bg-ink px-4 py-2.5 font-bold text-paper shadow-lg">
          {keptWords(t, at, Date.now())}
        </p>
      ) : null}
    </div>
  );
}
