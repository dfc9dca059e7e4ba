/** The ways between the operator's pages. */
import { NavLink, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { ScrollRow } from "#app/ui/scroll-row.tsx";

const tabs = [
  { to: "/admin/metrics", label: "Metrics" },
  { to: "/admin/experiments", label: "Experiments" },
  { to: "/admin/flags", label: "Flags" },
  { to: "/admin/events", label: "Events" },
  { to: "/admin/deliveries", label: "Deliveries" },
  { to: "/admin/held", label: "Held points" },
  { to: "/admin/cohorts", label: "Study groups" },
  { to: "/admin/people", label: "People" },
];

export function AdminTabs() {
  const { pathname } = useLocation();
  return (
    <ScrollRow label="Admin" current={pathname} className="overflow-x-auto border-line border-b">
      <ul className="column flex gap-x-1">
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={({ isActive }) =>
                clsx(
                  "inline-flex min-h-12 items-center whitespace-nowrap border-b-4 px-3 font-bold focus-visible:outline-offset-[-4px] sm:px-4",
                  isActive
                    ? "border-river text-river"
                    : "border-transparent text-soft hover:text-ink",
                )
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </ScrollRow>
  );
}
