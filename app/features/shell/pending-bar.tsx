/** A moving line at the top while a page is on its way. */
import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useWords } from "#app/words/use-words.ts";

const patienceMs = 180;

/** Quick answers show nothing: a flash would only be noise. */
export function PendingBar() {
  const t = useWords("shell");
  const waiting = useNavigation().state !== "idle";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!waiting) return setShown(false);
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [waiting]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-0 z-50 h-1 overflow-hidden"
    >
      {shown ? (
        <>
          <span className="sr-only">{t("loading")}</span>
          <span className="block h-full w-2/5 animate-slide rounded-full bg-sun" />
        </>
      ) : null}
    </div>
  );
}
