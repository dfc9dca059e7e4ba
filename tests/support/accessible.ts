/** What every page and state has to be: free of axe's findings, whole at 320 px and at 200 % zoom. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** The narrowest (1.4.10), and a desktop at 200 % (1.4.4). */
const reflows = { "320 px": { width: 320, height: 640 }, "200 %": { width: 640, height: 400 } };

/**
 * One load of a page, looked at in all its looks: a width or a colour scheme is changed under it.
 * Colours alone are looked at again in the dark.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  // By its element: beside an open dialog it is no heading for anybody.
  await expect(page.locator("h1").first()).toBeVisible();
  // What is folded is read, too.
  await page.locator("details:not([open], [data-over])").evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute("open", "");
  });
  const found: string[] = [];
  for (const [width, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    await drawn(page);
    found.push(...(await axe(page)).map((text) => `${width}, light: ${text}`));
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await drawn(page);
    found.push(...(await axe(page, ["color-contrast"])).map((text) => `${width}, dark: ${text}`));
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  }
  for (const [width, viewport] of Object.entries(reflows)) {
    await page.setViewportSize(viewport);
    await drawn(page);
    found.push(...(await page.evaluate(findCutOff)).map((text) => `${width}: ${text}`));
  }
  await page.setViewportSize(desktop);
  found.push(...(await lookAtMenu(page)));
  // All that is found in one run, not only what is found first.
  expect.soft(found, name).toEqual([]);
}

/** Parts that go by their own size, such as charts, follow a new width a frame later. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** What lies over other parts when it is open: one of them, by itself. */
async function lookAtMenu(page: Page): Promise<string[]> {
  const menu = page.locator("details[data-over]:not([open])").first();
  if ((await menu.count()) === 0) return [];
  await menu.evaluate((fold) => fold.setAttribute("open", ""));
  const looked = builder(page).include("details[data-over][open]").withTags(tags);
  const { violations } = await looked.analyze();
  await page.locator("details[data-over][open]").evaluateAll((folds) => {
    for (const fold of folds) fold.removeAttribute("open");
  });
  return violations.map(({ id, nodes }) => `open menu: ${id}: ${nodes[0]?.target}`);
}

/** Our pages have no frames, so nothing is gained by the page that axe would open beside. */
const builder = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });

async function axe(page: Page, rules?: string[]): Promise<string[]> {
  const asked = rules ? builder(page).withRules(rules) : builder(page).withTags(tags);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`);
}

/** Runs in the page: what one would have to scroll sideways for, and words that are cut off. */
function findCutOff(): string[] {
  const width = document.documentElement.clientWidth;
  const found: string[] = [];
  if (document.documentElement.scrollWidth > width) {
    found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  }
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.textContent ?? "").trim().slice(0, 40)}"`;
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!words || element.closest(".sr-only, script, style, svg, [aria-hidden=true]")) continue;
    const { left, right, width: own } = element.getBoundingClientRect();
    // At most one pixel: for screen readers alone, at this width or at all.
    if (own <= 1 || scrolls(element)) continue;
    if (left < -1 || right > width + 1) found.push(`${name(element)} leaves the page`);
    const { overflowX, textOverflow } = getComputedStyle(element);
    const cut = overflowX !== "visible" && textOverflow !== "ellipsis";
    if (cut && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${name(element)} is cut off`);
    }
  }
  return found;
}
