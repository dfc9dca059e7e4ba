/** `npm run icons`: renders the app's icons from the brand's stone (public/favicon.svg). */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "public/app");

/** The stone and its tick, on a field of 64. */
const art = readFileSync(join(root, "public/favicon.svg"), "utf8")
  .replace(/^<svg[^>]*>/, "")
  .replace("</svg>", "")
  .replace(/<title>.*<\/title>/, "");
const [stone = "", tick = ""] = art.match(/<path[^>]*\/>/g) ?? [];

const picture = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>`;
/** Around the middle, so that what a device cuts off is water. */
const scaled = (factor: number, content: string) =>
  `<g transform="translate(${32 - 32 * factor} ${32 - 32 * factor}) scale(${factor})">${content}</g>`;

const water = `<rect width="64" height="64" fill="#0f3f3a"/><path d="M0 44c10-5 16-5 26 0s22 5 38-2v22H0z" fill="#0a2f2b"/>`;
/** One colour: the device paints it; the tick is cut out of the stone. */
const cut = `<mask id="cut"><rect width="64" height="64" fill="#fff"/>${tick.replace("#0b2723", "#000")}</mask>`;
const silhouette = `${cut}<g mask="url(#cut)">${stone.replace("#ffbe2e", "#000")}</g>`;

const icons: Record<string, { svg: string; size: number }> = {
  "icon-192": { svg: picture(scaled(0.94, art)), size: 192 },
  "icon-512": { svg: picture(scaled(0.94, art)), size: 512 },
  "maskable-192": { svg: picture(water + scaled(0.56, art)), size: 192 },
  "maskable-512": { svg: picture(water + scaled(0.56, art)), size: 512 },
  "monochrome-512": { svg: picture(scaled(0.8, silhouette)), size: 512 },
};

await initWasm(readFileSync(join(root, "node_modules/@resvg/resvg-wasm/index_bg.wasm")));
mkdirSync(folder, { recursive: true });
for (const [name, { svg, size }] of Object.entries(icons)) {
  const png = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png: ${png.length} bytes`);
}
