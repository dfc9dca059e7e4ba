/** In the header: how many are here now; and what this page says of its viewer. */
import { Link, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { usePageDoing, usePresence } from "#app/live/use-presence.ts";
import { usePresenceSession } from "#app/telemetry/use-presence-session.ts";
import { useWords } from "#app/words/use-words.ts";
import { doingAt } from "./doing-at.ts";

/** `quiet`: counts, but leads nowhere. */
export default function HeaderPresence({ quiet }: { quiet: boolean }) {
  const t = useWords("shell");
  const { pathname } = useLocation();
  usePageDoing(doingAt(pathname));
  usePresenceSession();
  const { n, live } = usePresence("lobby");
  if (quiet || n === null || live === "closed") return null;
  const here = n === 0 ? t("here_nobody") : t("here_now", { count: n });
  return (
    <Link
      to="/lobby"
      className="inline-flex min-h-11 items-center gap-2 rounded-control px-2.5 font-bold hover:bg-river-soft"
    >
      <span
        aria-hidden="true"
        className={clsx(
          "size-2.5 rounded-full",
          live === "live" ? "bg-leaf" : "border-2 border-line-strong",
        )}
      />
      <span className="sr-only">{t("open_lobby", { here })}</span>
      <span aria-hidden="true" className="lg:hidden">
        {n}
      </span>
      <span aria-hidden="true" className="hidden lg:inline">
        {here}
      </span>
    </Link>
  );
}
