/** The same-origin proof that a state-changing request must carry. */

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True when the request reads only, or the browser says that our own page sent it: by
 * `Sec-Fetch-Site`, else by `Origin`. A bearer token is no ambient authority and needs no proof.
 */
export function isSameOrigin(method: string, headers: Headers, appUrl: string): boolean {
  if (safeMethods.has(method)) return true;
  if (headers.get("authorization")?.startsWith("Bearer ")) return true;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === new URL(appUrl).origin;
}
