/** A person who has no pointer: Tab, Space, Enter and letters, and a focus that one can always see. */
import { expect, type Locator, type Page } from "@playwright/test";

const mostTabs = 80;

/** Goes on by Tab until `target` has the focus; at each stop one has to see where one is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const passed: string[] = [];
  // An address may be the next page's while the page is still the last one.
  await expect(target.first()).toBeAttached();
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
    const { name, fault } = await page.evaluate(describeFocus);
    passed.push(name);
    expect(fault, `${name} on ${new URL(page.url()).pathname}, after ${passed.join(" > ")}`).toBe(
      "",
    );
  }
  throw new Error(`not reached by Tab: ${target}, after ${passed.join(" > ")}`);
}

export async function pressOn(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** True where some part of the page has the focus: it is not lost to the page as a whole. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? "none"))
    .not.toMatch(/^(BODY|HTML|none)$/);
}

async function isFocused(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false;
  return target.first().evaluate((element) => element === document.activeElement);
}

/** Runs in the page: what has the focus, and why one would not see it; the empty text is no fault. */
function describeFocus(): { name: string; fault: string } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    return { name: "the page's end", fault: "" };
  }
  const name = (element.getAttribute("aria-label") ?? element.textContent ?? "")
    .trim()
    .slice(0, 30);
  // A choice is shown by its label: the input itself is there for those who do not see it.
  const hidden = element.clientWidth <= 1 || element.clientHeight <= 1;
  const shown = (hidden && (element as HTMLInputElement).labels?.[0]) || element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) {
    return { name: name || element.tagName, fault: "has no ring" };
  }
  const { left, top, width, height } = shown.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].map((part) => [left + width / 2, top + height * part] as const);
  const seen = points.some(([x, y]) => {
    const at = document.elementFromPoint(x, y);
    return at !== null && (shown.contains(at) || at.contains(shown));
  });
  return { name: name || element.tagName, fault: seen ? "" : "is hidden under something" };
}
