/** Says that there is no network, and of when the page is. */
import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "#app/words/use-words.ts";
import { keptAttribute } from "#shared/kept-pages.ts";
import { keptWords } from "./kept-words.ts";

export function OfflineBar() {
  const t = useWords("shell");
  const { pathname } = useLocation();
  const first = useRef(pathname);
  const [online, setOnline] = useState(true);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  // Only the page that the browser opened was kept; where one goes from there is of now.
  const kept = Number(document.documentElement.getAttribute(keptAttribute));
  const at = first.current === pathname ? kept : 0;
  return (
    <div role="status">
      {online && !at ? null : (
        <p className="pointer-events-auto rounded-control bg-ink px-4 py-2.5 font-bold text-paper shadow-lg">
          {online ? "" : t("offline_now")} {at ? keptWords(t, at, Date.now()) : ""}
        </p>
      )}
    </div>
  );
}
