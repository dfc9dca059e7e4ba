/** `utm_*` parameters: the caller's own words, bounded, which decide nothing. */
import { fromBase64Url, toBase64Url } from "../../platform/hmac.ts";
import type { Utm } from "../../platform/telemetry.ts";

const maxNames = 5;
const maxLength = 64;
const maxTextLength = 3_800;
const namePattern = /^utm_[a-z0-9_]{1,24}$/;
/** No `@`, quotes or angle brackets: campaigns have names, people have addresses. */
const valuePattern = /^[\p{L}\p{N} _.~+:|/-]+$/u;

/** The first five well-formed parameters of a query; what is too long or odd is left out. */
export function readUtm(query: URLSearchParams): Utm | null {
  const utm = new Map<string, string>();
  for (const [name, value] of query) {
    if (!namePattern.test(name) || value.length > maxLength || !valuePattern.test(value)) continue;
    if (!utm.has(name) && utm.size < maxNames) utm.set(name, value);
  }
  return utm.size > 0 ? Object.fromEntries(utm) : null;
}

/** As a cookie's value. */
export function utmText(utm: Utm): string {
  return toBase64Url(new TextEncoder().encode(new URLSearchParams(utm).toString()));
}

/** Reads `utmText`; the browser could have written anything. */
export function parseUtmText(text: string): Utm | null {
  const bytes = text.length > maxTextLength ? null : fromBase64Url(text);
  return bytes && readUtm(new URLSearchParams(new TextDecoder().decode(bytes)));
}
