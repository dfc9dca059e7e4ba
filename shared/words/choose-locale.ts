/** Which language a request is answered in: the person's choice, else the browser's, else English. */
import { type Locale, locales } from "./locale.ts";

const maxAgeS = 365 * 24 * 3600;
/** Nobody lists more languages than this in earnest. */
const maxRanges = 20;

/** A text that came from outside; null where it is no language of ours. */
export function readLocale(text: unknown): Locale | null {
  return locales.find((locale) => locale === text) ?? null;
}

/** The cookie that keeps a choice for a year. */
export function languageCookie(locale: Locale): string {
  return `language=${locale}; Path=/; Max-Age=${maxAgeS}; SameSite=Lax; Secure; HttpOnly`;
}

/** The answer's language, from the `Cookie` and `Accept-Language` headers. */
export function chooseLocale(headers: Headers): Locale {
  const kept = /(?:^|;\s*)language=([a-z]+)(?:;|$)/.exec(headers.get("cookie") ?? "");
  return readLocale(kept?.[1]) ?? negotiate(headers.get("accept-language")) ?? "en";
}

/** By weight, then by order (RFC 9110, 12.5.4); `es-MX` finds `es`, and `q=0` refuses. */
function negotiate(accepted: string | null): Locale | null {
  const ranges = (accepted ?? "").split(",", maxRanges).map((range) => {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const weight = /^\s*q=([\d.]+)\s*$/.exec(parameters.join(";"))?.[1];
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const wanted = ranges
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of wanted) {
    const found = readLocale(tag.split("-", 1)[0]);
    if (found) return found;
  }
  return null;
}
