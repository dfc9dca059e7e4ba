/** The ways between the operator's pages. */
import { NavLink, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { ScrollRow } from "#app/ui/scroll-row.tsx";
import { useWords } from "#app/words/use-words.ts";

const tabs = [
  "metrics",
  "experiments",
  "flags",
  "events",
  "deliveries",
  "held",
  "cohorts",
  "people",
] as const;

export function AdminTabs() {
  const t = useWords("admin");
  const { pathname } = useLocation();
  return (
    <ScrollRow
      label={t("kicker")}
      current={pathname}
      className="overflow-x-auto border-line border-b"
    >
      <ul className="column flex gap-x-1">
        {tabs.map((tab) => (
          <li key={tab}>
            <NavLink
              to={`/admin/${tab}`}
              className={({ isActive }) =>
                clsx(
                  "inline-flex min-h-12 items-center whitespace-nowrap border-b-4 px-3 font-bold focus-visible:outline-offset-[-4px] sm:px-4",
                  isActive
                    ? "border-river text-river"
                    : "border-transparent text-soft hover:text-ink",
                )
              }
            >
              {t(`tab_${tab}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </ScrollRow>
  );
}
