/** One cold load of a page on a phone of a kind, and what it took. */
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  CDPSession,
  Page,
} from "@playwright/test";

/** A phone's processor and line. */
export interface PhoneKind {
  /** How many times slower than this machine's. */
  cpuSlowdown: number;
  roundTripMs: number;
  /** Megabits a second. */
  down: number;
  up: number;
}

export const phoneKinds = {
  "mid-range": { cpuSlowdown: 4, roundTripMs: 150, down: 1.6, up: 0.75 },
  good: { cpuSlowdown: 2, roundTripMs: 60, down: 9, up: 1.5 },
} as const satisfies Record<string, PhoneKind>;

const bytesPerMegabit = 1_000_000 / 8;
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
  /** How much of what is seen moved by itself: the sum of all shifts. */
  cls: number;
  /** On the wire, until the page was quiet. */
  bytes: number;
  scriptBytes: number;
  styleBytes: number;
  fontBytes: number;
  imageBytes: number;
  requests: number;
}

const kindsOfBytes = ["scriptBytes", "styleBytes", "fontBytes", "imageBytes"] as const;
type Wire = Pick<LoadFigures, "bytes" | "requests" | (typeof kindsOfBytes)[number]>;

interface Load<T> {
  address: string;
  kind: PhoneKind;
  /** The performance mark that tells of hydration; null where no script runs. */
  mark: string | null;
  /** Before the page is opened: the cookies of somebody who is signed in. */
  prepare?(context: BrowserContext): Promise<void>;
  /** May go on with the page before it is closed. */
  goOn(page: Page): Promise<T>;
}

/** Opens `address` in a new context. */
export async function loadPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  { address, kind, mark, goOn, prepare }: Load<T>,
): Promise<{ figures: LoadFigures; after: T }> {
  const context = await browser.newContext(options);
  try {
    await prepare?.(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: kind.roundTripMs,
      downloadThroughput: kind.down * bytesPerMegabit,
      uploadThroughput: kind.up * bytesPerMegabit,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: kind.cpuSlowdown });
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
  const wire: Wire = {
    bytes: 0,
    scriptBytes: 0,
    styleBytes: 0,
    fontBytes: 0,
    imageBytes: 0,
    requests: 0,
  };
  const kinds = new Map<string, (typeof kindsOfBytes)[number]>();
  session.on("Network.requestWillBeSent", ({ redirectResponse, request }) => {
    if (!request.url.startsWith("data:")) wire.requests += 1;
    wire.bytes += redirectResponse?.encodedDataLength ?? 0;
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const kind = kindOf(response.mimeType);
    if (kind) kinds.set(requestId, kind);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    wire.bytes += encodedDataLength;
    const kind = kinds.get(requestId);
    if (kind) wire[kind] += encodedDataLength;
  });
  return wire;
}

function kindOf(mimeType: string): (typeof kindsOfBytes)[number] | null {
  if (mimeType.includes("javascript")) return "scriptBytes";
  if (mimeType === "text/css") return "styleBytes";
  if (/^font\/|font-woff/.test(mimeType)) return "fontBytes";
  return mimeType.startsWith("image/") ? "imageBytes" : null;
}

interface Seen {
  firstByte: number;
  loaded: number;
  fcp: number;
  lcp: number;
  cls: number;
  mark: number | null;
  longTasks: { start: number; end: number }[];
}

/** What the DOM's types leave out. */
interface LayoutShift {
  value: number;
  hadRecentInput: boolean;
}

type Watched = { __seen: Pick<Seen, "lcp" | "cls" | "longTasks"> };

/** Runs in the page before its own scripts. */
function watchInPage(): void {
  const seen: Watched["__seen"] = { lcp: 0, cls: 0, longTasks: [] };
  (globalThis as unknown as Watched).__seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[]) {
      if (!entry.hadRecentInput) seen.cls += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
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
  const { lcp, cls, longTasks } = (globalThis as unknown as Watched).__seen;
  return {
    firstByte: navigation?.responseStart ?? 0,
    loaded: navigation?.loadEventEnd ?? 0,
    fcp: at("first-contentful-paint") ?? 0,
    lcp,
    cls,
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
    cls: seen.cls,
    interactiveMs: interactiveAt(seen.mark ?? seen.loaded, seen.longTasks),
    blockedMs: seen.longTasks.reduce(
      (sum, task) => sum + Math.max(0, task.end - task.start - 50),
      0,
    ),
  };
}
