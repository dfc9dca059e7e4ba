/** Turns day into night and back, at once and for later visits. */
import { themeCookie } from "./theme.ts";

export function turnTheme(): void {
  const dark = document.documentElement.classList.toggle("dark");
  // biome-ignore lint/suspicious/noDocumentCookie: the theme is set at once, without a request.
  document.cookie = themeCookie(dark ? "dark" : "light");
}
