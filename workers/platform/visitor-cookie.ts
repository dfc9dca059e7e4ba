/** `vt_vid`: the random signed id of a browser. */
import { isId, type VisitorId } from "#shared/ids.ts";
import type { CookieJar } from "./cookie-jar.ts";
import { openText, sealText } from "./sealed-value.ts";

export const visitorCookie = "vt_vid";
const purpose = "visitor.v2";
const maxAgeS = 400 * 24 * 3600;

/** The browser's visitor id, or null where the cookie is missing or not ours. */
export function readVisitor(cookies: CookieJar, secret: string): VisitorId | null {
  const text = cookies.get(visitorCookie);
  if (!text) return null;
  const value = openText(secret, purpose, text);
  return isId("vis", value) ? value : null;
}

/** Makes the browser keep that visitor id for 400 days. */
export function keepVisitor(cookies: CookieJar, secret: string, visitorId: VisitorId): void {
  cookies.set(visitorCookie, sealText(secret, purpose, visitorId), maxAgeS);
}
