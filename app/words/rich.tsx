/** Words with elements in them: `<name>…</name>` of a message becomes what the page makes of it. */
import { Fragment, type ReactNode } from "react";
import type { English, Namespace } from "#shared/words/dictionaries.ts";
import { fillIn, type Placeholders, type Tags, type Values } from "#shared/words/message.ts";
import type { Words } from "./say.ts";

type Wrap = (text: string) => ReactNode;
type Parts<M> = {
  [Name in Placeholders<M> | Tags<M>]: Name extends Tags<M> ? Wrap : string | number;
};

/** The parts are taken apart before values come in: a value can never be taken for markup. */
export function rich<N extends Namespace, Key extends keyof English[N]>(
  t: Words<N>,
  key: Key,
  parts: Parts<English[N][Key]>,
): ReactNode {
  const values = parts as Values;
  const wraps = parts as Record<string, unknown>;
  const pieces = t.raw(key, values).split(/<(\w+)>(.*?)<\/\1>/);
  // Between two texts stand a part's name and what it says.
  return pieces.map((piece, index) => {
    if (index % 3 === 1) return null;
    const text = fillIn(piece, t.locale, values);
    const wrap = index % 3 === 2 ? wraps[pieces[index - 1] ?? ""] : null;
    const node = typeof wrap === "function" ? wrap(text) : text;
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence.
    return <Fragment key={index}>{node}</Fragment>;
  });
}
