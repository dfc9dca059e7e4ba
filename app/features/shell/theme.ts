/** Light or dark: the person's choice in a cookie, else what the device prefers. */

export type Theme = "light" | "dark";

const maxAgeS = 365 * 24 * 3600;

/** The choice in a `Cookie` header; null where none was made. */
export function readTheme(cookies: string | null): Theme | null {
  const found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookies ?? "");
  return (found?.[1] as Theme | undefined) ?? null;
}

/** The cookie that keeps a choice; null forgets it. Scripts may read it: it is no secret. */
export function themeCookie(theme: Theme | null): string {
  const age = theme ? maxAgeS : 0;
  return `theme=${theme ?? ""}; Path=/; Max-Age=${age}; SameSite=Lax; Secure`;
}

/** Runs before the first paint, so that a dark page never flashes light. */
export const themeScript = `(function(){try{var q=matchMedia("(prefers-color-scheme: dark)");
function set(){var c=/(?:^|;\\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie);
document.documentElement.classList.toggle("dark",c?c[1]==="dark":q.matches)}
set();q.addEventListener("change",set)}catch(e){}})()`;
