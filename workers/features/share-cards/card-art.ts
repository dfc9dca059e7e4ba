/** The drawings of share cards: the river, its stones and the otter of the pages, as SVG text. */
import { type CardSubject, colours, stoneColours } from "./card-colours.ts";

const { fur, furLight, ink } = colours;
const tick = "M-11 1c3 2 6 6 8 11 3-9 8-16 14-22";
const question = "M-10 -6c0-14 20-14 20 0 0 8-9 9-9 16M1 20v.1";
const stone = "M-46 8c-2-22 16-34 44-34s50 10 49 33c-1 14-20 22-48 22S-45 22-46 8z";
const pebble = "M0-34c22 0 36 11 36 31S22 30-1 30-36 18-36-2-20-34 0-34z";
const round = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';

/** One drawing for each subject, 64 by 64, as on the pages' stones. */
const glyphs: Record<CardSubject, string> = {
  algebra: '<path d="M16 18c8 0 10 4 14 14s6 14 14 14M46 18c-8 0-11 5-16 14S22 46 14 46"/>',
  geometry: '<path d="M12 46 30 14l20 32zM22 29c6 1 10 5 11 11M43 35l6-4"/>',
  biology:
    '<path d="M14 48c-4-20 8-34 36-34 2 26-10 38-30 34M12 52c6-12 14-20 26-26M26 36v-9M31 32h9"/>',
  chemistry:
    '<path d="M25 12h14M28 12v14L14 46c-2 4 0 6 4 6h28c4 0 6-2 4-6L36 26V12M21 38h22"/><path d="M28 45v.1M36 43v.1" stroke-width="5.5"/>',
  physics:
    '<ellipse cx="32" cy="32" rx="22" ry="9" transform="rotate(30 32 32)"/><ellipse cx="32" cy="32" rx="22" ry="9" transform="rotate(-30 32 32)"/><path d="M32 32v.1" stroke-width="8"/>',
  reading:
    '<path d="M32 20c-6-5-13-6-21-5v30c8-1 15 0 21 5 6-5 13-6 21-5V15c-8-1-15 0-21 5zM32 20v29M18 24c3 0 5 .4 8 1.5M18 32c3 0 5 .4 8 1.5"/>',
  vocabulary:
    '<path d="M12 16h34a5 5 0 0 1 5 5v18a5 5 0 0 1-5 5H30L20 53v-9h-8a5 5 0 0 1-5-5V21a5 5 0 0 1 5-5zM22 37l7-15 7 15M25 32h8"/>',
  sat_math:
    '<path d="M14 12v40h40M20 44c12 0 10-24 28-26"/><path d="M20 44v.1M33 33v.1M48 18v.1" stroke-width="7"/>',
  any: '<path d="M17 31c4 3 8 9 11 17 4-12 10-21 19-28" stroke-width="6"/>',
};

const at = (x: number, y: number, scale: number, inner: string, turn = 0) =>
  `<g transform="translate(${x} ${y}) scale(${scale})${turn ? ` rotate(${turn})` : ""}">${inner}</g>`;

/** The subject's sign, 64 by 64. */
function glyph(subject: CardSubject, stroke: string, width = 4): string {
  return `<g ${round} stroke="${stroke}" stroke-width="${width}">${glyphs[subject]}</g>`;
}

/** The sign on a stone, 68 pixels wide. */
export function subjectStone(subject: CardSubject, x: number, y: number, ground: string): string {
  const shape = "M32 2c18 0 30 11 30 29S51 62 31 62 2 51 2 32 14 2 32 2z";
  const sign = at(8, 8, 0.75, glyph(subject, ink, 4.8));
  return at(x, y, 68 / 64, `<path d="${shape}" fill="${ground}"/>${sign}`);
}

/** The brand's stone with its tick, 60 pixels wide. */
export function brandMark(x: number, y: number, ground: string, sign: string): string {
  const shape = "M32 3c17 0 29 10 29 28S50 61 31 61 3 50 3 32 15 3 32 3z";
  const mark = `<path d="M17 29c4 3 8 9 11 17 4-12 10-21 19-28" ${round} stroke="${sign}" stroke-width="7.5"/>`;
  return at(x, y, 60 / 64, `<path d="${shape}" fill="${ground}"/>${mark}`);
}

const otterHead = `<circle cx="-38" cy="-26" r="11" fill="${fur}"/><circle cx="38" cy="-26" r="11" fill="${fur}"/><circle cx="-38" cy="-25" r="5.5" fill="#6f4a32"/><circle cx="38" cy="-25" r="5.5" fill="#6f4a32"/><path d="M0-48c30 0 50 18 50 44S30 42 0 42-50 22-50-4s20-44 50-44z" fill="${fur}"/><path d="M0-4c18 0 34 6 34 22S18 42 0 42s-34-8-34-24S-18-4 0-4z" fill="${furLight}"/><path d="M-9 2c0-5 18-5 18 0s-5 9-9 9-9-4-9-9z" fill="${ink}"/><g ${round} stroke="${ink}" stroke-width="3.6"><path d="M0 11v6M-12 16q6 9 12 1 6 8 12-1M-30-13q6-8 12 0M18-13q6-8 12 0"/><path d="M-26 14-46 10M-26 21-45 23M26 14l20-4M26 21l19 2" stroke-width="2" opacity=".55"/></g>`;

const waterline =
  "M-86 46c14 9 24 9 38 0s24-9 38 0 24 9 38 0 24-9 38 0 24 9 38 0 24-9 38 0 24 9 38 0";

/** On its back, half in the water, with the stone it brings. */
function floatingOtter(held: string): string {
  return `<clipPath id="above"><path d="${waterline}h60V-120H-110v160z"/></clipPath><g clip-path="url(#above)"><path d="M150 22c34-6 58-24 66-44 8 30-14 62-58 66z" fill="${fur}"/><path d="M-30 28C-10-18 60-40 120-22c40 12 52 44 26 62-34 22-136 24-166 6-10-6-14-12-10-18z" fill="${fur}"/><path d="M14 10c28-24 70-28 104-12 20 10 18 28-8 34-34 8-84 6-98-4-6-6-4-12 2-18z" fill="${furLight}"/><path d="M148-18c10-12 24-14 32-6-4 12-14 20-26 20zM160 6c14-4 26 0 30 10-10 8-22 8-32 2z" fill="#6f4a32"/>${at(-36, -8, 1, otterHead, -8)}${at(64, -30, 1, held, -6)}<path d="M22 8c4-14 16-22 26-18M116 0c-2-14-12-22-22-18" ${round} stroke="${fur}" stroke-width="15"/></g><path d="${waterline}" ${round} stroke="${colours.foam}" stroke-width="4"/>`;
}

const ripple = (x: number, y: number) =>
  `<path d="M${x} ${y}c12 7 20 7 32 0s20-7 32 0" ${round} stroke="${colours.foam}" stroke-width="4.5" opacity=".7"/>`;

/** Five stones from bank to bank; the first `score` are ticked, and without a score all ask. */
function crossing(subject: CardSubject, score: number): string {
  const places = [
    [672, 548, 1.32],
    [806, 562, 1.18],
    [924, 538, 1.06],
    [1028, 504, 0.94],
    [1112, 462, 0.82],
  ] as const;
  const asking: CardSubject[] = ["biology", "physics", "geometry", "reading", "vocabulary"];
  return places
    .map(([x, y, scale], index) => {
      const reached = index < score;
      const fill = score === 0 ? stoneColours[asking[index] ?? subject] : stoneColours[subject];
      const mark = score === 0 ? question : tick;
      const shown = reached || score === 0;
      const look = shown
        ? `fill="${fill}"`
        : `fill="#2c776b" stroke="${colours.foam}" stroke-width="3.5" stroke-dasharray="2 9" stroke-linecap="round"`;
      const sign = `<path d="${mark}" transform="translate(0 ${score === 0 ? -4 : -2}) scale(${score === 0 ? 0.9 : 1})" ${round} stroke="${ink}" stroke-width="6.5"/>`;
      return at(
        x,
        y,
        scale,
        `<ellipse cx="0" cy="22" rx="54" ry="17" fill="#1b5148"/><path d="${stone}" ${look}/>${shown ? sign : ""}`,
      );
    })
    .join("");
}

/** The evening river with the otter and the five stones. */
export function riverScene(subject: CardSubject, score: number): string {
  const held = `<path d="${pebble}" fill="${colours.sun}"/><path d="${tick}" transform="scale(1.25)" ${round} stroke="${ink}" stroke-width="6.5"/>`;
  return `<rect width="1200" height="630" fill="${colours.pine}"/><circle cx="1010" cy="162" r="96" fill="${colours.sun}"/><path d="M0 520c160-30 290-60 420-150s200-180 360-180 170 66 270 60 100-40 150-50v430H0z" fill="#18514a"/><path d="M0 566c180-18 330-30 460-124s260-160 400-150 230 44 340 16v322H0z" fill="#236a5f"/>${ripple(664, 452)}${ripple(1096, 552)}${ripple(846, 606)}${ripple(540, 596)}${at(806, 316, 1.3, floatingOtter(held))}${crossing(subject, score)}`;
}

/** The bank in the morning, where the otter holds a stone in front of the sun. */
export function bankScene(subject: CardSubject): string {
  const shape = at(0, 0, 1.02, `<path d="${pebble}" fill="${stoneColours[subject]}"/>`);
  const held = `${shape}${at(-20, -22, 0.62, glyph(subject, ink, 5.4))}`;
  const arms = `<path d="M-50 62c-6 20-4 38 18 48M50 62c6 20 4 38-18 48" ${round} stroke="#875a3d" stroke-width="19"/>`;
  const otter = `<path d="M-72 214c-12-104 12-186 72-186s84 82 72 186z" fill="${fur}"/><path d="M-44 214c-6-86 8-130 44-130s50 44 44 130z" fill="${furLight}"/>${otterHead}${at(0, 92, 1, held)}${arms}`;
  return `<rect width="1200" height="630" fill="#fff3d1"/><circle cx="930" cy="250" r="196" fill="${colours.sun}"/><path d="M0 580c220-6 380-16 560-72s240-96 360-90 180 40 280 20v204H0z" fill="#a9dccb"/>${at(930, 206, 1.95, otter)}<path d="M0 606c220-12 420-22 600-50 130-20 230-28 330-12s180 14 270-10v98H0z" fill="#2b7a6c"/>${ripple(690, 590)}${ripple(1070, 570)}`;
}

/** The subject's own ground with the dark disc, and the otter that looks out of the water. */
export function deskScene(subject: CardSubject, score: number): string {
  const sign = at(804, 138, 3.5, glyph(subject, colours.sun, 4.4));
  const disc = `<circle cx="916" cy="250" r="200" fill="${colours.pine}"/>${score === 0 ? sign : scoreRing(score)}`;
  const water = `<path d="M0 590c90 24 170 24 260 6s190-26 290-8 200 22 300 0 230-30 350-4v56H0z" fill="${colours.pine}"/>`;
  return `<rect width="1200" height="630" fill="${stoneColours[subject]}"/><g opacity=".12">${at(640, -150, 10.4, glyph(subject, ink, 4), 6)}</g>${disc}${at(1080, 522, 1.62, otterHead, -6)}${water}${ripple(960, 612)}${ripple(660, 614)}`;
}

/** A score as a ring on the disc, an arc for each question. */
function scoreRing(score: number): string {
  const radius = 150;
  const length = 2 * Math.PI * radius;
  const arc = length / 5 - 46;
  const arcs = [0, 1, 2, 3, 4].map((index) => {
    const stroke = index < score ? colours.sun : "#2c6a60";
    return `<circle r="${radius}" fill="none" stroke="${stroke}" stroke-width="34" stroke-linecap="round" stroke-dasharray="${arc} ${length - arc}" stroke-dashoffset="${-(index * (length / 5) + 23)}"/>`;
  });
  return at(916, 250, 1, arcs.join(""), -90);
}

/** Five stones in a row, `score` of them ticked. */
export function stoneRow(subject: CardSubject, score: number, left: number, top: number): string {
  const stones = [0, 1, 2, 3, 4].map((index) => {
    const reached = index < score;
    const look = reached
      ? `fill="${stoneColours[subject]}" stroke="${ink}" stroke-width="4.5"`
      : `fill="#fffaf0" stroke="#8aa39b" stroke-width="4" stroke-dasharray="2 9" stroke-linecap="round"`;
    const sign = `<path d="${tick}" ${round} stroke="${ink}" stroke-width="7.5"/>`;
    const drawn = `<path d="${stone}" ${look}/>${reached ? sign : ""}`;
    return at(left + 44 + index * 96, top + 36, 0.88, drawn);
  });
  return stones.join("");
}
