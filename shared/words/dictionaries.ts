/** All words of all languages: only the server reads this, pages are sent what they show. */
import { shell as enShell } from "./en/shell.ts";
import { shell as esShell } from "./es/shell.ts";
import { shell as frShell } from "./fr/shell.ts";
import { withFrenchSpaces } from "./french-spaces.ts";
import type { Locale } from "./locale.ts";
import type { Dictionary } from "./message.ts";

const en = { shell: enShell };

/** English is where keys, placeholders and marked parts come from. */
export type English = typeof en;
export type Namespace = keyof English;

export const dictionaries: Record<Locale, Record<Namespace, Dictionary>> = {
  en,
  es: { shell: esShell },
  fr: { shell: withFrenchSpaces(frShell) },
};
