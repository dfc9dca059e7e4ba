/** A share card for each persona: a drawing, and on it the words that satori sets. */
import { type CardFields, cardSize } from "#shared/share-card.ts";
import { cardWords } from "#shared/share-card-words.ts";
import type { Persona } from "#shared/vocabulary.ts";
import { bankScene, brandMark, deskScene, riverScene, stoneRow, subjectStone } from "./card-art.ts";
import { colours, stoneColours } from "./card-colours.ts";

type Style = Readonly<Record<string, string | number>>;

export interface CardNode {
  type: "div";
  props: { style: Style; children: readonly CardNode[] | string };
}

export interface CardTemplate {
  /** SVG elements: the ground. Kept out of satori, which would rasterise them as images. */
  art: string;
  words: CardNode;
}

const box = (style: Style, ...children: CardNode[]): CardNode => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children },
});
const say = (words: string, style: Style): CardNode => ({
  type: "div",
  props: { style: { display: "flex", flexShrink: 0, ...style }, children: words },
});

/** The left edge of all words, in pixels. */
const left = 64;
const bold = { fontWeight: 800, letterSpacing: "-0.025em" } as const;

/** What differs from persona to persona. */
interface Look {
  ink: string;
  soft: string;
  /** Width of the headline, in pixels. */
  room: number;
  streak: { left: number; top: number; ink: string; ground: string };
}

const onPine: Look = {
  ink: colours.onPine,
  soft: colours.pineSoft,
  room: 570,
  streak: { left, top: 530, ink: colours.ink, ground: colours.sun },
};
const onCream: Look = {
  ink: colours.ink,
  soft: colours.soft,
  room: 585,
  streak: { left: 806, top: 562, ink: colours.ink, ground: colours.sun },
};
const onStone: Look = {
  ink: colours.ink,
  soft: colours.ink,
  room: 585,
  streak: { left, top: 520, ink: colours.onPine, ground: colours.pine },
};

/** All words of a card, laid out from the top: brand, subject, headline, line, streak. */
function layOut(look: Look, fields: CardFields, ...extra: CardNode[]): CardNode {
  const words = cardWords(fields);
  const { streak } = look;
  const pill = { padding: "9px 24px 11px", borderRadius: 99, fontSize: 28, ...bold } as const;
  const place = { position: "absolute", left: streak.left, top: streak.top } as const;
  return box(
    { ...cardSize, position: "relative", fontFamily: "Inter", color: look.ink },
    say("Vel Tutor", { position: "absolute", left: left + 76, top: 48, fontSize: 36, ...bold }),
    box(
      { position: "absolute", left: left + 86, top: 153, flexDirection: "column" },
      say(words.subject, { fontSize: 34, lineHeight: 1.1, ...bold }),
      say(words.kicker, { fontSize: 26, lineHeight: 1.25, fontWeight: 500, color: look.soft }),
    ),
    box(
      { position: "absolute", left, top: 246, width: look.room, flexDirection: "column" },
      say(words.headline, { ...headlineSize(words.headline), ...bold }),
      say(words.line, { marginTop: 18, fontSize: 27, fontWeight: 500, color: look.soft }),
    ),
    ...(words.streak
      ? [say(words.streak, { ...place, ...pill, color: streak.ink, background: streak.ground })]
      : []),
    ...extra,
  );
}

/** Two lines of 84 pixels, or three of 66. */
function headlineSize(headline: string): Style {
  return headline.length > 26
    ? { fontSize: 66, lineHeight: 1.04 }
    : { fontSize: 84, lineHeight: 1 };
}

const signs = (fields: CardFields, ground: string, mark: readonly [string, string]) =>
  brandMark(left, 42, ...mark) + subjectStone(fields.subject, left, 150, ground);

function studentCard(fields: CardFields): CardTemplate {
  const art = riverScene(fields.subject, fields.score);
  const ground = stoneColours[fields.subject];
  return {
    art: art + signs(fields, ground, [colours.sun, colours.ink]),
    words: layOut(onPine, fields),
  };
}

function parentCard(fields: CardFields): CardTemplate {
  const { subject, score } = fields;
  const row = score === 0 ? "" : stoneRow(subject, score, left - 4, 482);
  const art = bankScene(subject) + row;
  const ground = stoneColours[subject];
  return {
    art: art + signs(fields, ground, [colours.sun, colours.ink]),
    words: layOut(onCream, fields),
  };
}

function tutorCard(fields: CardFields): CardTemplate {
  const art = deskScene(fields.subject, fields.score);
  return {
    art: art + signs(fields, "#ffffff", [colours.pine, colours.sun]),
    words: layOut(onStone, fields, ...(fields.score === 0 ? [] : [medal(fields.score)])),
  };
}

/** The score in words, in the middle of the disc. */
function medal(score: number): CardNode {
  const big = { fontSize: 130, lineHeight: 1, ...bold } as const;
  return box(
    {
      position: "absolute",
      left: 716,
      top: 50,
      width: 400,
      height: 400,
      flexDirection: "column",
      alignItems: "center",
      justifyContent: "center",
      color: colours.onPine,
    },
    box(
      { alignItems: "flex-end" },
      say(`${score}`, big),
      say("/5", { ...big, fontSize: 62, color: colours.pineSoft, paddingBottom: 12 }),
    ),
    say("right", { fontSize: 34, color: colours.pineSoft, ...bold }),
  );
}

const cards: Record<Persona, (fields: CardFields) => CardTemplate> = {
  student: studentCard,
  parent: parentCard,
  tutor: tutorCard,
};

/** The card's drawing and words: of closed lists, nothing else. */
export function cardTemplate(fields: CardFields): CardTemplate {
  return cards[fields.persona](fields);
}
