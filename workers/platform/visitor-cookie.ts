/** `vt_vid`: the random signed id of a browser. */
import { isId, type VisitorId } from "#shared/ids.ts";
import type { CookieJar } from "./cookie-jar.ts";
import { openValue, sealValue } from "./sealed-value.ts";

export const visitorCookie = "vt_vid";
const purpose = "visitor.v1";
const maxAgeS = 400 * 24 * 3600;

/** The browser's visitor id, or null where the cookie is missing or not ours. */
export async function readVisitor(cookies: CookieJar, secret: string): Promise<VisitorId | null> {
  const text = cookies.get(visitorCookie);
  if (!text) return null;
  const value = await openValue(secret, purpose, text);
  return isId("vis", value) ? value : null;
}

/** Makes the browser keep that visitor id for 400 days. */
export async function keepVisitor(
  cookies: CookieJar,
  secret: string,
  visitorId: VisitorId,
): Promise<void> {
  cookies.set(visitorCookie, await sealValue(secret, purpose, visitorId), maxAgeS);
}
