/** The button that turns day into night and back. */
import { iconButton } from "#app/ui/button.tsx";
import { MoonIcon, SunIcon } from "#app/ui/icons.tsx";
import { turnTheme } from "./turn-theme.ts";

export function ThemeToggle() {
  return (
    <button
      type="button"
      className={iconButton}
      aria-label="Switch between light and dark"
      onClick={turnTheme}
    >
      <MoonIcon className="size-5 dark:hidden" />
      <SunIcon className="hidden size-5 dark:block" />
    </button>
  );
}
