/** What a message may look like, and how it is said: placeholders, plural forms, marked parts. */
import type { Locale } from "./locale.ts";

/** One form for each plural category of the locale; `count` chooses. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
/** `{name}` is filled in, `<name>…</name>` marks a part that the page wraps. */
export type Message = string | Plural;
export type Dictionary = Readonly<Record<string, Message>>;

type FormsOf<M> = M extends string ? M : M extends object ? Extract<M[keyof M], string> : never;
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type TagsIn<S> = S extends `${string}</${infer Name}>${infer Rest}` ? Name | TagsIn<Rest> : never;
type CountOf<M> = M extends string ? never : "count";

/** The placeholders of a message; a plural always wants its `count`. */
export type Placeholders<M> = NamesIn<FormsOf<M>> | CountOf<M>;
/** The marked parts of a message. */
export type Tags<M> = TagsIn<FormsOf<M>>;

/** The shape that a translation of these English words has to have. */
export type Translation<English extends Dictionary> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};

export type Values = Readonly<Record<string, string | number>>;

/** The form for the values, with its placeholders still in it. */
export function formOf(message: Message, locale: Locale, values: Values): string {
  if (typeof message === "string") return message;
  const rule = new Intl.PluralRules(locale).select(Number(values["count"]));
  return message[rule] ?? message.other;
}

/** Puts the values in; numbers as the locale writes them. */
export function fillIn(text: string, locale: Locale, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
  });
}
