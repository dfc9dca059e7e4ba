/** Tells screen readers about a new page, and moves the focus to it. */
import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const first = useRef(true);
  const [words, setWords] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the path changes, and only then.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setWords(document.title);
    const asked = document.activeElement;
    if (asked instanceof HTMLInputElement) return;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <p aria-live="assertive" className="sr-only">
      {words}
    </p>
  );
}
