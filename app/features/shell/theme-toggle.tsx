/** The button that turns day into night and back. */
import { iconButton } from "#app/ui/button.tsx";
import { MoonIcon, SunIcon } from "#app/ui/icons.tsx";
import { useWords } from "#app/words/use-words.ts";
import { themeCookie } from "./theme.ts";

export function ThemeToggle() {
  const t = useWords("shell");
  return (
    <button type="button" className={iconButton} aria-label={t("switch_theme")} onClick={turn}>
      <MoonIcon className="size-5 dark:hidden" />
      <SunIcon className="hidden size-5 dark:block" />
    </button>
  );
}

function turn() {
  const dark = document.documentElement.classList.toggle("dark");
  // biome-ignore lint/suspicious/noDocumentCookie: the theme is set at once, without a request.
  document.cookie = themeCookie(dark ? "dark" : "light");
}
