/** Taps a finger gives on a deck, and how long the page takes to show each one. */
import type { Page } from "@playwright/test";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { BenchFault } from "./bench-fault.ts";

interface Interaction extends PerformanceEntry {
  interactionId: number;
}
type Watched = { __taps: Map<number, number> };

/** Plays the deck on the page to its end; answers the longest interaction, in milliseconds. */
export async function playByTaps(
  page: Page,
  deckId: string,
): Promise<{ inpMs: number; taps: number }> {
  await page.evaluate(watchTaps);
  await page.getByRole("button", { name: "Start" }).tap();
  const questions = findDeck(deckId)?.questions ?? [];
  for (const [index, question] of questions.entries()) {
    await page.locator(`label[for="choice-${question.answer}"]`).tap();
    await page.getByRole("button", { name: "Check my answer" }).tap();
    await page.getByText(question.explanation).waitFor();
    const last = index === questions.length - 1;
    await page.getByRole("link", { name: last ? "See my score" : "Next question" }).tap();
  }
  await page.waitForTimeout(1_000);
  return tapsOf(page);
}

/** One tap on the button of a page with nothing in it. */
export async function tapOnce(page: Page): Promise<{ inpMs: number; taps: number }> {
  await page.evaluate(watchTaps);
  await page.getByRole("button").tap();
  await page.waitForTimeout(300);
  return tapsOf(page);
}

/** Fewer than fifty interactions: their longest is the page's INP. */
async function tapsOf(page: Page): Promise<{ inpMs: number; taps: number }> {
  const durations = await page.evaluate(() => [
    ...(globalThis as unknown as Watched).__taps.values(),
  ]);
  if (durations.length === 0) throw new BenchFault("the browser timed no tap");
  return { inpMs: Math.max(...durations), taps: durations.length };
}

/** Runs in the page. */
function watchTaps(): void {
  const taps = new Map<number, number>();
  (globalThis as unknown as Watched).__taps = taps;
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as Interaction[]) {
      if (interactionId > 0)
        taps.set(interactionId, Math.max(duration, taps.get(interactionId) ?? 0));
    }
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
