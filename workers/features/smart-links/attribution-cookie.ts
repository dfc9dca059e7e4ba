/** `vt_attrib`: the last touch, signed, bound to the browser, for seven days; `vt_utm` beside it. */
import type { Attribution } from "#shared/attribution.ts";
import { isId, type VisitorId } from "#shared/ids.ts";
import { loops } from "#shared/vocabulary.ts";
import type { CookieJar } from "../../platform/cookie-jar.ts";
import { openText, sealText } from "../../platform/sealed-value.ts";
import type { Utm } from "../../platform/telemetry.ts";
import { parseUtmText, utmText } from "./utm.ts";

export const attributionCookie = "vt_attrib";
export const attributionLifeS = 7 * 24 * 3600;
/** Unsigned: it is the visitor's own word, and decides nothing. */
export const utmCookie = "vt_utm";
/** Whose browser it is belongs to the purpose: in another one the text does not verify. */
const purposeFor = (visitorId: VisitorId) => `attribution.v3.${visitorId}`;
/** Isolates' clocks may differ by this much, in milliseconds. */
const clockSlackMs = 60_000;

/**
 * The last touch of that browser, or null where the cookie is missing, not ours, older than its
 * life (whatever the browser keeps), or was set in another browser.
 */
export function readAttribution(
  cookies: CookieJar,
  secret: string,
  browser: { visitorId: VisitorId | null; now: number },
): Attribution | null {
  const { visitorId } = browser;
  const text = visitorId && cookies.get(attributionCookie);
  const body = text && openText(secret, purposeFor(visitorId), text);
  if (!body) return null;
  const [linkId, loopName, time] = body.split(".");
  const touchedAt = Number(time);
  const loop = loops.find((known) => known === loopName);
  if (!isId("link", linkId) || !loop) return null;
  const age = browser.now - touchedAt;
  const alive = age >= -clockSlackMs && age < attributionLifeS * 1000;
  return alive ? { linkId, loop, touchedAt } : null;
}

/** Last touch overwrites, its campaign included. */
export function keepAttribution(
  cookies: CookieJar,
  secret: string,
  touch: Attribution & { visitorId: VisitorId; utm: Utm | null },
): void {
  const { linkId, loop, touchedAt, visitorId, utm } = touch;
  const text = sealText(secret, purposeFor(visitorId), `${linkId}.${loop}.${touchedAt}`);
  cookies.set(attributionCookie, text, attributionLifeS);
  if (utm) cookies.set(utmCookie, utmText(utm), attributionLifeS);
  else if (cookies.get(utmCookie) !== undefined) cookies.set(utmCookie, "", 0);
}

/** The campaign of the last touch, as the browser tells it. */
export function readUtmCookie(cookies: CookieJar): Utm | null {
  const text = cookies.get(utmCookie);
  return text ? parseUtmText(text) : null;
}
