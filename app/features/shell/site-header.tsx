/** The top of every page: the brand, the ways to go, and who is here. */
import { Link, NavLink } from "@remix-run/react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { BrandMark } from "#app/ui/art/brand-mark.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";
import { placesFor } from "./places.ts";
import { ThemeToggle } from "./theme-toggle.tsx";
import type { Viewer } from "./viewer.ts";

interface SiteHeaderProps {
  viewer: Viewer | null;
  /** Only brand and theme: nothing leads away from a deck in progress. */
  quiet: boolean;
  /** Who is here now. */
  children: ReactNode;
}

export function SiteHeader({ viewer, quiet, children }: SiteHeaderProps) {
  const t = useWords("shell");
  const member = viewer?.kind === "member" ? viewer : null;
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-paper/95">
      <div className="column flex h-17 items-center gap-3">
        <Link
          to={member ? "/home" : "/"}
          className="me-auto inline-flex min-h-11 items-center gap-2.5 font-display font-extrabold text-xl leading-none tracking-tight"
        >
          <BrandMark className="size-9" />
          Vel Tutor
        </Link>
        {member && !quiet ? <TopNavigation viewer={member} /> : null}
        {children}
        {/* On a phone the bell has its place; the switch is in the settings, too. */}
        <span className={member && !quiet ? "hidden sm:block" : undefined}>
          <ThemeToggle />
        </span>
        {member ? (
          <Link
            to="/settings"
            aria-label={t("open_settings", { alias: member.alias })}
            className="rounded-control"
          >
            <Avatar seed={member.alias} className="size-11" />
          </Link>
        ) : quiet || !viewer ? null : (
          <ButtonLink to="/sign-in" size="small">
            {t("sign_in")}
          </ButtonLink>
        )}
      </div>
    </header>
  );
}

function TopNavigation({ viewer }: { viewer: Viewer }) {
  const t = useWords("shell");
  return (
    <nav aria-label={t("navigation")} className="hidden items-center gap-1 md:flex">
      {placesFor(viewer).map(({ to, place }) => (
        <NavLink
          key={to}
          to={to}
          className={({ isActive }) =>
            clsx(
              "inline-flex min-h-11 items-center rounded-control px-3.5 font-bold hover:bg-river-soft",
              isActive ? "bg-river-soft text-river" : "text-ink",
            )
          }
        >
          {t(`place_${place}`)}
        </NavLink>
      ))}
    </nav>
  );
}
