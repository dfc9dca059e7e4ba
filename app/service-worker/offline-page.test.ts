/** Checks the page for when there is no network. */
import { describe, expect, it } from "vitest";
import { offline as fr } from "#shared/words/fr/offline.ts";
import { withFrenchSpaces } from "#shared/words/french-spaces.ts";
import { agoWords, offlinePage } from "./offline-page.ts";
import { offlineWords } from "./offline-words.ts";

const now = 1_700_000_000_000;
const t = offlineWords(["en"]);
const view = { asked: "/friends", pages: [], decks: [], now, nonce: "n", theme: null };

describe("offlinePage", () => {
  it("lists started decks first and pages with their time, and no deck twice", () => {
    const deck = { path: "/fvm/bio-cells", title: "Cells · Vel Tutor", answered: 2, total: 5 };
    const pages = [
      { path: "/home", title: "Home · Vel Tutor", at: now - 5 * 60_000 },
      { path: deck.path, title: deck.title, at: now },
    ];
    const html = offlinePage({ ...view, pages, decks: [deck] }, t);
    expect(html).toContain("2 of 5 answered");
    expect(html).toContain("as of 5 minutes ago");
    expect(html.indexOf("/fvm/bio-cells")).toBeLessThan(html.indexOf('"/home"'));
    expect(html.split("/fvm/bio-cells")).toHaveLength(2);
    expect(html).not.toContain("Nothing is kept");
  });

  it("says so where nothing is kept", () => {
    expect(offlinePage(view, t)).toContain("Nothing is kept on this device yet.");
  });

  it("lets no address and no title become markup", () => {
    const evil = `/x"><script>alert(1)</script>`;
    const html = offlinePage(
      {
        ...view,
        asked: evil,
        pages: [{ path: evil, title: evil, at: now }],
      },
      t,
    );
    expect(html).not.toContain("<script");
    expect(html).not.toContain(`"/x"`);
  });
});

describe("agoWords", () => {
  it("says how long ago in the unit that people would take", () => {
    const minute = 60_000;
    expect(agoWords(now, now, t)).toBe("now");
    expect(agoWords(now + minute, now, t)).toBe("now");
    expect(agoWords(now - 59 * minute, now, t)).toBe("59 minutes ago");
    expect(agoWords(now - 60 * minute, now, t)).toBe("1 hour ago");
    expect(agoWords(now - 47 * 60 * minute, now, t)).toBe("2 days ago");
  });
});

describe("the offline page", () => {
  const seen = [{ path: "/home", title: "Inicio", at: now - 5 * 60_000 }];
  const pageIn = (wanted: readonly (string | null)[]) =>
    offlinePage({ ...view, pages: seen }, offlineWords(wanted));

  it("speaks the language of what was kept, else the browser's, else English", () => {
    expect(pageIn(["es", "fr-FR"])).toContain("visto hace 5 minutos");
    expect(pageIn(["es", "fr-FR"])).toContain('<html lang="es"');
    expect(pageIn([null, "pt", "fr-CA", "en"])).toContain("Quand le réseau revient");
    expect(pageIn(["pt", "constructor"])).toContain("as of 5 minutes ago");
  });

  it("has no French words that want spaces which never break", () => {
    expect(withFrenchSpaces(fr)).toEqual(fr);
  });

  it("follows the theme that was chosen", () => {
    expect(offlinePage({ ...view, theme: "dark" }, t)).toContain('class="dark"');
    expect(offlinePage({ ...view, theme: "light" }, t)).toContain('class="light"');
  });
});
