/** The phone's navigation, under the thumb. */
import { NavLink } from "@remix-run/react";
import { clsx } from "clsx";
import { useWords } from "#app/words/use-words.ts";
import { barPlacesFor } from "./places.ts";
import type { Viewer } from "./viewer.ts";

export function BottomBar({ viewer }: { viewer: Viewer }) {
  const t = useWords("shell");
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-card pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] pl-[env(safe-area-inset-left)] md:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-lg">
        {barPlacesFor(viewer).map(({ to, place, Icon }) => (
          <li key={to} className="grow basis-0">
            <NavLink
              to={to}
              className={({ isActive }) =>
                clsx(
                  "flex min-h-16 flex-col items-center justify-center gap-0.5 touch-manipulation font-bold text-xs focus-visible:outline-offset-[-4px] active:text-ink",
                  isActive ? "text-river" : "text-soft",
                )
              }
            >
              {({ isActive }) => (
                <>
                  <span
                    className={clsx(
                      "rounded-full px-4 py-1 transition-colors",
                      isActive && "bg-river-soft",
                    )}
                  >
                    <Icon className="size-5.5" />
                  </span>
                  {t(`place_${place}`)}
                </>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
