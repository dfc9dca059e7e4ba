/** Where to go after signing in: a path of this site, or the home page. */

/** Longer paths are dropped. */
export const maxReturnToLength = 512;
export const homePath = "/home";

const site = "https://site.invalid";

/** The path, or `/home` for whatever a browser might read as another site's address. */
export function safeReturnTo(path: string | null | undefined): string {
  if (!path || path.length > maxReturnToLength) return homePath;
  // Browsers drop tabs and line breaks inside an address, and read a backslash as a slash.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) return homePath;
  const url = URL.canParse(path, site) ? new URL(path, site) : null;
  if (url?.origin !== site || url.pathname.startsWith("//")) return homePath;
  return `${url.pathname}${url.search}${url.hash}`;
}
