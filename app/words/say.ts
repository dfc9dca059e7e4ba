/** A function that says one namespace's words in one language, typed by the English ones. */
import type { English, Namespace } from "#shared/words/dictionaries.ts";
import type { Locale } from "#shared/words/locale.ts";
import {
  type Dictionary,
  fillIn,
  formOf,
  type Message,
  type Placeholders,
  type Values,
} from "#shared/words/message.ts";

/** No second argument where the message has no placeholders. */
type Filling<M> = [Placeholders<M>] extends [never]
  ? []
  : [values: Record<Placeholders<M>, string | number>];

/** `t("key", values)`: the words as text. `t.locale` is for dates and numbers beside them. */
export interface Words<N extends Namespace> {
  <Key extends keyof English[N]>(key: Key, ...filling: Filling<English[N][Key]>): string;
  readonly locale: Locale;
  /** The message unfilled, for `rich`, which makes elements of its marked parts. */
  raw(key: keyof English[N], values: Values): string;
}

/** Says nothing for a key that is not there: a page is better without a word than broken. */
export function sayWords<N extends Namespace>(dictionary: Dictionary, locale: Locale): Words<N> {
  const raw = (key: unknown, values: Values): string =>
    formOf((dictionary[key as string] ?? "") as Message, locale, values);
  const say = (key: unknown, values: Values = {}) => fillIn(raw(key, values), locale, values);
  return Object.assign(say, { locale, raw }) as unknown as Words<N>;
}
