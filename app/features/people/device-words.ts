/** Says a device's kind in the page's language. */
import type { Words } from "#app/words/say.ts";

/** `kind` as the server tells it: "Chrome on Android", "A browser". */
export function deviceWords(t: Words<"security">, kind: string): string {
  const [named = "", system] = kind.split(" on ");
  const browser = named === "A browser" ? t("device_unknown") : named;
  return system ? t("device_on", { browser, system }) : browser;
}
