/** A menu that shows one kind of news only; opens and leads on without a script, too. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useWords } from "#app/words/use-words.ts";
import { type ActivityType, activityTypes } from "#shared/activity.ts";

/** The type that an address asks for; null: all. */
export function typeIn(search: URLSearchParams): ActivityType | null {
  return activityTypes.find((known) => known === search.get("type")) ?? null;
}

/** The address of a feed with that filter. */
export function filteredPath(path: string, type: ActivityType | null): string {
  if (!type) return path;
  return `${path}${path.includes("?") ? "&" : "?"}type=${type}`;
}

interface FeedFilterProps {
  /** The page without the filter. */
  path: string;
  type: ActivityType | null;
  /** Types that this feed never has. */
  without?: readonly ActivityType[];
}

export function FeedFilter({ path, type, without = [] }: FeedFilterProps) {
  const t = useWords("activity");
  const menu = useClosingMenu();
  const types = activityTypes.filter((known) => !without.includes(known));
  const name = (one: ActivityType | null) => (one ? t(`type_${one}`) : t("everything"));
  return (
    <nav aria-label={t("show_only")}>
      <details ref={menu} data-over="" onKeyDown={closeByEscape} className="group relative">
        <summary
          className={clsx(
            "inline-flex min-h-11 cursor-pointer list-none items-center gap-2 whitespace-nowrap rounded-full border-2 px-4 font-bold [&::-webkit-details-marker]:hidden",
            type
              ? "border-river bg-river text-on-river"
              : "border-line bg-card text-ink hover:border-river",
          )}
        >
          <span className="sr-only">{`${t("show_only")}: `}</span>
          {name(type)}
          <ChevronDown aria-hidden="true" className="size-5 group-open:rotate-180" />
        </summary>
        <ul className="absolute start-0 top-full z-10 mt-2 grid min-w-56 rounded-block border border-line bg-card p-1.5 shadow-lg">
          {[null, ...types].map((one) => (
            <li key={one ?? "all"}>
              <Link
                to={filteredPath(path, one)}
                preventScrollReset
                aria-current={one === type ? "page" : undefined}
                onClick={() => menu.current?.removeAttribute("open")}
                className={clsx(
                  "flex min-h-11 items-center rounded-control px-3.5 font-bold",
                  one === type ? "bg-river-soft text-river" : "text-ink hover:bg-river-soft",
                )}
              >
                {name(one)}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function closeByEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}

/** A menu that is closed by whatever happens elsewhere. */
function useClosingMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) menu.current?.removeAttribute("open");
    };
    const kinds = ["pointerdown", "focusin"] as const;
    for (const kind of kinds) document.addEventListener(kind, close);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, close);
    };
  }, []);
  return menu;
}
