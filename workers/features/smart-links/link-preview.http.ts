/** What unfurlers see at a smart link: words and a picture, no cookie, nothing of a person. */
import { html } from "hono/html";
import { cardPath, cardSize } from "#shared/share-card.ts";
import { cardAlt } from "#shared/share-card-words.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { linkCard } from "./link-card.ts";
import type { SmartLink } from "./smart-link.ts";

interface PreviewWords {
  title: string;
  text: string;
}

const deckText = "Five quick questions. No account needed. Can you beat the score?";
const words: Record<Loop, PreviewWords> = {
  buddy_challenge: { title: "A challenge from a study buddy", text: deckText },
  results_rally: { title: "A result to rally around", text: deckText },
  proud_parent: {
    title: "A proud parent shares a win",
    text: "See what five quick questions can do. No account needed.",
  },
  tutor_spotlight: {
    title: "A tutor invites you to try",
    text: "Five quick questions, with an explanation to each. No account needed.",
  },
};
const roomWords: PreviewWords = {
  title: "An invitation to a study group",
  text: "Study beside others, at your own pace. Come in and have a look.",
};

type Previewed = Pick<SmartLink, "code" | "loop" | "destination" | "params">;

/** Records are never changed, so that each one's page is written once. */
const pages = new WeakMap<Previewed, { appUrl: string; page: string }>();

/** The page for that link; all tags are within its first two kilobytes. */
export function linkPreview(appUrl: string, link: Previewed): string {
  let known = pages.get(link);
  if (known?.appUrl !== appUrl) {
    known = { appUrl, page: writePreview(appUrl, link) };
    pages.set(link, known);
  }
  return known.page;
}

function writePreview(appUrl: string, link: Previewed): string {
  const { title, text } = link.destination === "cohort.room" ? roomWords : words[link.loop];
  const url = `${appUrl}/sl/${link.code}`;
  const card = linkCard(link);
  const alt = cardAlt(card);
  const image = appUrl + cardPath(card);
  const page = html`<!doctype html><html lang="en" prefix="og: https://ogp.me/ns#"><head>
<meta charset="utf-8"><title>${title}</title><meta name="description" content="${text}">
<meta property="og:type" content="website"><meta property="og:site_name" content="Vel Tutor">
<meta property="og:locale" content="en_US"><meta property="og:url" content="${url}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${text}">
<meta property="og:image" content="${image}">
${image.startsWith("https:") ? html`<meta property="og:image:secure_url" content="${image}">` : ""}
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${cardSize.width}">
<meta property="og:image:height" content="${cardSize.height}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="${title}">
<meta name="twitter:description" content="${text}"><meta name="twitter:image" content="${image}">
<meta name="twitter:image:alt" content="${alt}">
<link rel="icon" type="image/svg+xml" href="/favicon.svg"></head>
<body><h1>${title}</h1><p>${text}</p></body></html>`;
  return String(page);
}
