/** Taps a finger gives on a deck, and how long the page takes to show each one. */
import type { Page } from "@playwright/test";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { BenchFault } from "./bench-fault.ts";

interface Interaction extends PerformanceEntry {
  interactionId: number;
  processingStart: number;
  processingEnd: number;
  target: Element | null;
}
/** One tap: until the next picture, and how much of it our own code took, in milliseconds. */
interface Tap {
  ms: number;
  workMs: number;
  on: string;
}
type Watched = { __taps: Map<number, Tap> };

export interface Taps {
  inpMs: number;
  taps: number;
  slowest: Tap;
}

/** Plays the deck on the page to its end; answers the longest interaction, in milliseconds. */
export async function playByTaps(page: Page, deckId: string): Promise<Taps> {
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
export async function tapOnce(page: Page): Promise<Taps> {
  await page.evaluate(watchTaps);
  await page.getByRole("button").tap();
  await page.waitForTimeout(300);
  return tapsOf(page);
}

/** Fewer than fifty interactions: their longest is the page's INP. */
async function tapsOf(page: Page): Promise<Taps> {
  const all = await page.evaluate(() => [...(globalThis as unknown as Watched).__taps.values()]);
  const [slowest] = all.toSorted((a, b) => b.ms - a.ms);
  if (!slowest) throw new BenchFault("the browser timed no tap");
  return { inpMs: slowest.ms, taps: all.length, slowest };
}

/** Runs in the page. */
function watchTaps(): void {
  const taps = new Map<number, Tap>();
  (globalThis as unknown as Watched).__taps = taps;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Interaction[]) {
      const { interactionId, duration, processingStart, processingEnd, target } = entry;
      if (interactionId === 0 || duration <= (taps.get(interactionId)?.ms ?? 0)) continue;
      const on = (target?.textContent ?? "").trim().slice(0, 20);
      taps.set(interactionId, { ms: duration, workMs: processingEnd - processingStart, on });
    }
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
