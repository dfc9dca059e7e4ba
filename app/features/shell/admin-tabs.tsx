/** The ways between the operator's pages. */
import { NavLink } from "@remix-run/react";
import { clsx } from "clsx";

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
  return (
    <nav aria-label="Admin" className="border-line border-b">
      <ul className="column flex flex-wrap gap-x-1">
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={({ isActive }) =>
                clsx(
                  "-mb-px inline-flex min-h-12 items-center border-b-4 px-3 sm:px-4 font-bold",
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
    </nav>
  );
}
