/** What a card says, in the page's language; its picture is drawn in English. */
import type { Words } from "#app/words/say.ts";
import type { CardFields } from "#shared/share-card.ts";

const total = 5;

export function sayCard(t: Words<"cards">, { persona, loop, score }: CardFields) {
  const how = score === 0 ? "plain" : score === total ? "all" : "some";
  return {
    kicker: t(`kicker_${persona}_${loop}`),
    headline: t(`headline_${loop}_${how}`, { score, total }),
    line: t("line"),
  };
}
