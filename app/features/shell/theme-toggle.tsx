/** The button that turns day into night and back. */
import { iconButton } from "#app/ui/button.tsx";
import { MoonIcon, SunIcon } from "#app/ui/icons.tsx";
import { useWords } from "#app/words/use-words.ts";
import { turnTheme } from "./turn-theme.ts";

export function ThemeToggle() {
  const t = useWords("shell");
  return (
    <button type="button" className={iconButton} aria-label={t("switch_theme")} onClick={turnTheme}>
      <MoonIcon className="size-5 dark:hidden" />
      <SunIcon className="hidden size-5 dark:block" />
    </button>
  );
}
