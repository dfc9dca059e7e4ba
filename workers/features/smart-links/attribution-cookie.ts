/** `vt_attrib`: the last touch, signed, for seven days. */
import type { Attribution } from "#shared/attribution.ts";
import { isId } from "#shared/ids.ts";
import { loops } from "#shared/vocabulary.ts";
import type { CookieJar } from "../../platform/cookie-jar.ts";
import { openValue, sealValue } from "../../platform/sealed-value.ts";

export const attributionCookie = "vt_attrib";
export const attributionLifeS = 7 * 24 * 3600;
const purpose = "attribution.v1";

/** The last touch, or null where the cookie is missing or not ours. */
export async function readAttribution(
  cookies: CookieJar,
  secret: string,
): Promise<Attribution | null> {
  const text = cookies.get(attributionCookie);
  const value = text && (await openValue(secret, purpose, text));
  if (!Array.isArray(value)) return null;
  const [linkId, loopName, touchedAt] = value as unknown[];
  const loop = loops.find((known) => known === loopName);
  if (!isId("link", linkId) || !loop || typeof touchedAt !== "number") return null;
  return { linkId, loop, touchedAt };
}

/** Last touch overwrites. */
export async function keepAttribution(
  cookies: CookieJar,
  secret: string,
  { linkId, loop, touchedAt }: Attribution,
): Promise<void> {
  const text = await sealValue(secret, purpose, [linkId, loop, touchedAt]);
  cookies.set(attributionCookie, text, attributionLifeS);
}
