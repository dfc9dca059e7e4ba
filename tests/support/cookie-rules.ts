/** Every cookie of the app and how long it may live: any other, or one set otherwise, is a fault. */

interface CookieRule {
  /** In seconds; null where it ends with the browser's session. */
  longestS: number | null;
  /** Set by a script of ours, which reads it again: it holds nothing of a person. */
  scripted?: true;
}

const day = 24 * 3600;

/** What opens something has `__Host-`: no other host and no plain connection can set it. */
export const cookieRules: Record<string, CookieRule> = {
  "__Host-vt_session": { longestS: 30 * day },
  "__Host-vt_session_data": { longestS: 60 },
  "__Host-vt_session_only": { longestS: null },
  "__Host-vt_join": { longestS: 15 * 60 },
  "__Host-vt_passkey": { longestS: 5 * 60 },
  vt_vid: { longestS: 400 * day },
  vt_attrib: { longestS: 7 * day },
  vt_utm: { longestS: 7 * day },
  vt_exp: { longestS: 180 * day },
  language: { longestS: 365 * day },
  theme: { longestS: 365 * day, scripted: true },
  keys: { longestS: 365 * day, scripted: true },
};

/** What is wrong with a `Set-Cookie` line; null where nothing is. */
export function faultOfLine(line: string): string | null {
  const [pair = "", ...rest] = line.split(";");
  const name = pair.slice(0, pair.indexOf("=")).trim();
  const rule = cookieRules[name];
  if (!rule || rule.scripted) return `${name} is no cookie that an answer sets`;
  const attributes = new Map(
    rest.map((text) => {
      const [key = "", value = ""] = text.trim().split("=");
      return [key.toLowerCase(), value.toLowerCase()];
    }),
  );
  if (!attributes.has("httponly")) return `${name} is open to scripts`;
  if (!attributes.has("secure")) return `${name} is not Secure`;
  if (attributes.get("samesite") !== "lax") return `${name} is not SameSite=Lax`;
  if (attributes.get("path") !== "/") return `${name} has another path`;
  if (attributes.has("domain")) return `${name} goes to other hosts`;
  const age = attributes.get("max-age");
  if (attributes.has("expires") && age === undefined) return `${name} ends by the browser's clock`;
  return age !== undefined && Number(age) > (rule.longestS ?? 0) ? `${name} lives too long` : null;
}

interface KeptCookie {
  name: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string;
  path: string;
  /** Seconds since 1970; -1 for the browser's session. */
  expires: number;
}

/** What is wrong with a cookie that a browser keeps; null where nothing is. */
export function faultOfKept(cookie: KeptCookie, nowS: number): string | null {
  const { name, httpOnly, secure, sameSite, path, expires } = cookie;
  const rule = cookieRules[name];
  if (!rule) return `${name} is no cookie of ours`;
  if (httpOnly === (rule.scripted ?? false)) return `${name}: HttpOnly is ${httpOnly}`;
  if (!secure || sameSite !== "Lax" || path !== "/")
    return `${name}: ${sameSite} ${path} ${secure}`;
  // A browser rounds up, and its clock is not the test's.
  const late = expires > 0 && expires - nowS > (rule.longestS ?? 0) + 60;
  return late ? `${name} lives too long` : null;
}
