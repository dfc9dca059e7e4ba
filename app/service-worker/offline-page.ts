/** The page for when there is no network: what works without one, and what was kept. */
import type { Words } from "#app/words/say.ts";

export interface OfflineView {
  /** The path that was asked for. */
  asked: string;
  /** Newest first; `title` is text as it stands in HTML, `at` in milliseconds since 1970. */
  pages: readonly { path: string; title: string; at: number }[];
  decks: readonly { path: string; title: string; answered: number; total: number }[];
  now: number;
  nonce: string;
  /** The person's own choice; null follows the device. */
  theme: "light" | "dark" | null;
}

const mostPages = 8;

const dark =
  "color-scheme:dark;--paper:#0a1e1b;--card:#112c28;--line:#24504a;--ink:#ecf7f2;--soft:#a9c8be;--link:#72e0c9";
/** The device's wish holds where the person has none. */
const darkCss = `.dark{${dark}}@media (prefers-color-scheme:dark){:root:not(.light){${dark}}}`;

const css = `
:root{color-scheme:light;--paper:#eef5f1;--card:#fff;--line:#cddfd6;--ink:#0e2a27;--soft:#45615b;--link:#0b6a61}
${darkCss}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 "Avenir Next",Avenir,"Segoe UI",Roboto,sans-serif}
main{max-width:38rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:2rem;line-height:1.1;margin:1.25rem 0 .5rem}h2{font-size:1.25rem;margin:2rem 0 .75rem}
p{margin:0 0 1rem}.soft{color:var(--soft)}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.625rem}
li a{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:3.5rem;padding:.75rem 1.125rem;border:1px solid var(--line);border-radius:1.25rem;background:var(--card);color:var(--ink);font-weight:700;text-decoration:none}
li span{color:var(--soft);font-weight:400;white-space:nowrap}
.again{display:inline-flex;align-items:center;min-height:3.25rem;padding:.75rem 1.75rem;border-radius:.9rem;background:#ffbe2e;color:#2a1c00;font-weight:800;text-decoration:none}
a:focus-visible{outline:3px solid var(--link);outline-offset:3px}
`;

const mark = `<svg viewBox="0 0 64 64" width="56" height="56" aria-hidden="true"><path d="M32 3c17 0 29 10 29 28S50 61 31 61 3 50 3 32 15 3 32 3z" fill="#ffbe2e"/><path d="M17 29c4 3 8 9 11 17 4-12 10-21 19-28" fill="none" stroke="#0b2723" stroke-width="7.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Text that is safe between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** How long ago, in words. Both in milliseconds since 1970. */
export function agoWords(at: number, now: number, { locale }: Words<"offline">): string {
  const minutes = Math.max(0, Math.round((now - at) / 60_000));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (minutes < 1) return format.format(0, "second");
  if (minutes < 60) return format.format(-minutes, "minute");
  if (minutes < 36 * 60) return format.format(-Math.round(minutes / 60), "hour");
  return format.format(-Math.round(minutes / 1440), "day");
}

function list(title: string, items: readonly { path: string; title: string; aside: string }[]) {
  if (items.length === 0) return "";
  const rows = items.map(
    (item) =>
      `<li><a href="${escapeHtml(item.path)}">${plainTitle(item.title)} <span>${escapeHtml(item.aside)}</span></a></li>`,
  );
  return `<h2>${title}</h2><ul>${rows.join("")}</ul>`;
}

/** The title of a page is HTML already; the house's name behind it says nothing here. */
function plainTitle(title: string): string {
  return title.replace(/ · Vel Tutor$/, "").replace(/[<>"]/g, "");
}

export function offlinePage(view: OfflineView, t: Words<"offline">): string {
  const { asked, pages, decks, now, nonce, theme } = view;
  const started = decks.map((deck) => ({
    ...deck,
    aside: t("answered", { done: deck.answered, total: deck.total }),
  }));
  const known = new Set(decks.map(({ path }) => path));
  const seen = pages
    .filter(({ path }) => !known.has(path))
    // One board in two views has one name: the newer one is enough.
    .filter(({ title }, at, all) => all.findIndex((page) => page.title === title) === at)
    .slice(0, mostPages)
    .map((page) => ({ ...page, aside: t("as_of", { when: agoWords(page.at, now, t) }) }));
  const nothing = started.length + seen.length > 0 ? "" : `<p class="soft">${t("nothing")}</p>`;
  return `<!doctype html><html lang="${t.locale}" class="${theme ?? ""}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${t("title")} · Vel Tutor</title><style nonce="${nonce}">${css}</style></head><body><main>${mark}<h1>${t("title")}</h1><p class="soft">${t("text")}</p>${list(t("started"), started)}${list(t("seen"), seen)}${nothing}<h2>${t("back")}</h2><p><a class="again" href="${escapeHtml(asked)}">${t("again")}</a></p></main></body></html>`;
}
