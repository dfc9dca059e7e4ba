/** The languages of the site, and the direction each is written in. */

export const locales = ["en", "es", "fr"] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  es: "Español",
  fr: "Français",
};

/** Written from right to left (https://www.w3.org/International/questions/qa-scripts). */
const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** For `dir`. Takes any language tag, so that a new locale needs nothing here. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return rightToLeft.test(tag) ? "rtl" : "ltr";
}

/** What social networks call it (https://ogp.me). */
export const socialLocales: Record<Locale, string> = { en: "en_US", es: "es_ES", fr: "fr_FR" };
