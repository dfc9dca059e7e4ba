/** Renders a share card as a PNG: satori sets the words, resvg draws. Heavy; loaded when needed. */
import bodyFont from "@fontsource/inter/files/inter-latin-500-normal.woff";
import boldFont from "@fontsource/inter/files/inter-latin-800-normal.woff";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import resvgWasm from "@resvg/resvg-wasm/index_bg.wasm";
import satori, { type Font, init } from "satori/standalone";
import yogaWasm from "satori/yoga.wasm";
import { type CardFields, cardSize } from "#shared/share-card.ts";
import { cardTemplate } from "./card-template.ts";

const fonts: Font[] = [
  { name: "Inter", weight: 500, style: "normal", data: bodyFont },
  { name: "Inter", weight: 800, style: "normal", data: boldFont },
];

let engines: Promise<unknown> | undefined;

/** Both engines may be started once only. */
function startEngines(): Promise<unknown> {
  engines ??= Promise.all([init(yogaWasm), initWasm(resvgWasm)]);
  return engines;
}

/** The card as SVG, its words turned into outlines. */
export async function drawCard(fields: CardFields): Promise<string> {
  await startEngines();
  const { art, words } = cardTemplate(fields);
  // satori asks for React's types, and reads plain objects of the same form.
  const svg = await satori(words as unknown as Parameters<typeof satori>[0], {
    ...cardSize,
    fonts,
  });
  return svg.replace(/^<svg[^>]*>/, (start) => start + art);
}

/** The card as PNG bytes, 1200 by 630 pixels. */
export async function renderCard(fields: CardFields): Promise<Uint8Array> {
  const resvg = new Resvg(await drawCard(fields), { font: { loadSystemFonts: false } });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
