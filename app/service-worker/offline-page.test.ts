/** Checks the page for when there is no network. */
import { describe, expect, it } from "vitest";
import { agoWords, offlinePage } from "./offline-page.ts";

const now = 1_700_000_000_000;
const view = { asked: "/friends", pages: [], decks: [], now, nonce: "n" };

describe("offlinePage", () => {
  it("lists started decks first and pages with their time, and no deck twice", () => {
    const deck = { path: "/fvm/bio-cells", title: "Cells · Vel Tutor", answered: 2, total: 5 };
    const pages = [
      { path: "/home", title: "Home · Vel Tutor", at: now - 5 * 60_000 },
      { path: deck.path, title: deck.title, at: now },
    ];
    const html = offlinePage({ ...view, pages, decks: [deck] });
    expect(html).toContain("2 of 5 answered");
    expect(html).toContain("as of 5 minutes ago");
    expect(html.indexOf("/fvm/bio-cells")).toBeLessThan(html.indexOf('"/home"'));
    expect(html.split("/fvm/bio-cells")).toHaveLength(2);
    expect(html).not.toContain("Nothing is kept");
  });

  it("says so where nothing is kept", () => {
    expect(offlinePage(view)).toContain("Nothing is kept on this device yet.");
  });

  it("lets no address and no title become markup", () => {
    const evil = `/x"><script>alert(1)</script>`;
    const html = offlinePage({
      ...view,
      asked: evil,
      pages: [{ path: evil, title: evil, at: now }],
    });
    expect(html).not.toContain("<script");
    expect(html).not.toContain(`"/x"`);
  });
});

describe("agoWords", () => {
  it("says how long ago in the unit that people would take", () => {
    const minute = 60_000;
    expect(agoWords(now, now)).toBe("just now");
    expect(agoWords(now + minute, now)).toBe("just now");
    expect(agoWords(now - 59 * minute, now)).toBe("59 minutes ago");
    expect(agoWords(now - 60 * minute, now)).toBe("1 hour ago");
    expect(agoWords(now - 47 * 60 * minute, now)).toBe("2 days ago");
  });
});
