/** One cold load of a page on a mid-range phone with a slow line, and what it took. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from "@playwright/test";

/** A line with 150 ms of round trip and 1.6/0.75 Mbit/s, and a processor four times slower. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const cpuSlowdown = 4;
const quietMs = 500;
const waitMs = 30_000;

/** Milliseconds since the navigation began, redirects included. */
export interface LoadFigures {
  firstByteMs: number;
  fcpMs: number;
  lcpMs: number;
  /** When the page was hydrated (or loaded, where no script is) and the main thread was quiet. */
  interactiveMs: number;
  /** Long tasks: what of each is above 50 ms. */
  blockedMs: number;
  /** On the wire, until the page was quiet. */
  bytes: number;
  scriptBytes: number;
  requests: number;
}

interface Wire {
  bytes: number;
  scriptBytes: number;
  requests: number;
}

/** Opens `address` in a new context; `goOn` may go on with the page before it is closed. */
export async function loadPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  { address, mark, goOn }: { address: string; mark: string | null; goOn(page: Page): Promise<T> },
): Promise<{ figures: LoadFigures; after: T }> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    const wire = watchWire(session);
    await page.addInitScript(watchInPage);
    await page.goto(address, { waitUntil: "load", timeout: waitMs });
    if (mark) {
      await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, {
        timeout: waitMs,
      });
    }
    await page.waitForTimeout(2 * quietMs);
    const seen = await page.evaluate(readInPage, mark);
    const onWire = { ...wire };
    const after = await goOn(page);
    return { figures: { ...figuresOf(seen), ...onWire }, after };
  } finally {
    await context.close();
  }
}

/** Adds up while the page loads. */
function watchWire(session: CDPSession): Wire {
  const wire: Wire = { bytes: 0, scriptBytes: 0, requests: 0 };
  const scripts = new Set<string>();
  session.on("Network.requestWillBeSent", ({ redirectResponse, request }) => {
    if (!request.url.startsWith("data:")) wire.requests += 1;
    wire.bytes += redirectResponse?.encodedDataLength ?? 0;
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType.includes("javascript")) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    wire.bytes += encodedDataLength;
    if (scripts.has(requestId)) wire.scriptBytes += encodedDataLength;
  });
  return wire;
}

interface Seen {
  firstByte: number;
  loaded: number;
  fcp: number;
  lcp: number;
  mark: number | null;
  longTasks: { start: number; end: number }[];
}

type Watched = { __seen: { lcp: number; longTasks: { start: number; end: number }[] } };

/** Runs in the page before its own scripts. */
function watchInPage(): void {
  const seen: Watched["__seen"] = { lcp: 0, longTasks: [] };
  (globalThis as unknown as Watched).__seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.longTasks.push({ start: startTime, end: startTime + duration });
    }
  }).observe({ type: "longtask", buffered: true });
}

/** Runs in the page once it is quiet. */
function readInPage(mark: string | null): Seen {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
  const { lcp, longTasks } = (globalThis as unknown as Watched).__seen;
  return {
    firstByte: navigation?.responseStart ?? 0,
    loaded: navigation?.loadEventEnd ?? 0,
    fcp: at("first-contentful-paint") ?? 0,
    lcp,
    mark: mark === null ? null : (at(mark) ?? null),
    longTasks,
  };
}

/** Interactive is where a quiet half second begins, at the mark or after it. */
export function interactiveAt(from: number, longTasks: Seen["longTasks"]): number {
  return [...longTasks]
    .sort((a, b) => a.start - b.start)
    .reduce((at, task) => (task.start < at + quietMs ? Math.max(at, task.end) : at), from);
}

function figuresOf(seen: Seen): Omit<LoadFigures, keyof Wire> {
  return {
    firstByteMs: seen.firstByte,
    fcpMs: seen.fcp,
    lcpMs: seen.lcp,
    interactiveMs: interactiveAt(seen.mark ?? seen.loaded, seen.longTasks),
    blockedMs: seen.longTasks.reduce(
      (sum, task) => sum + Math.max(0, task.end - task.start - 50),
      0,
    ),
  };
}
