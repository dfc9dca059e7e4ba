/** The `test` of all browser tests: a server per file, and no error of the page goes unseen. */
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import { faultOfKept } from "./cookie-rules.ts";
import { copySeeded, plainServer } from "./seeded-folder.ts";
import { type RunningServer, startServer } from "./server.ts";

export interface PageErrors {
  /** Says that errors with these words belong to this test, such as the 404 it asks for. */
  allow(words: RegExp): void;
}

interface Fixtures {
  pageErrors: PageErrors;
  /** Another person's browser: a context of its own on the same server, watched like the first. */
  newPerson(options?: BrowserContextOptions): Promise<Page>;
  server: RunningServer;
}

interface WorkerFixtures {
  /** Settings of the file's server. */
  serverEnv: Record<string, string>;
  serverOf(file: string): Promise<RunningServer>;
}

/** Errors of a page: console errors, uncaught ones, and whatever the page's policy refuses. */
async function watch(context: BrowserContext, found: string[]): Promise<void> {
  // Where nobody looks at the console, such as a frame that is gone, the browser still tells us.
  context.on("request", (request) => {
    if (request.url().endsWith("/page-reports")) found.push(`reported: ${request.postData()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      console.error(`policy: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    found.push(`console: ${message.text()}${url ? ` (${new URL(url).pathname})` : ""}`);
  });
  context.on("weberror", (error) => found.push(`uncaught: ${error.error().message}`));
}

/** A browser keeps no cookie but those we know, as they have to be. */
async function checkCookies(context: BrowserContext, found: string[]): Promise<void> {
  const faults = (await context.cookies()).map((one) => faultOfKept(one, Date.now() / 1000));
  found.push(...faults.flatMap((fault) => (fault ? [`cookie: ${fault}`] : [])));
}

/** A page may be asking for a room's ticket at the very moment at which its person signs out. */
export const lateTicket = /401.*realtime\.ticket/;

export const test = base.extend<Fixtures & { foundErrors: string[] }, WorkerFixtures>({
  serverEnv: [plainServer, { scope: "worker", option: true }],
  // Files would meet in the mailboxes, limits and settings of the people that are seeded.
  serverOf: [
    async ({ serverEnv }, use) => {
      let running: { file: string; server: RunningServer } | null = null;
      await use(async (file) => {
        if (running?.file === file) return running.server;
        await running?.server.stop();
        // Playwright hands an option over as it is: only the plain server's is the same object.
        const seeded = serverEnv === plainServer ? { dataDir: copySeeded() } : {};
        running = { file, server: await startServer({ env: serverEnv, ...seeded }) };
        return running.server;
      });
      await (running as { server: RunningServer } | null)?.server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  server: [
    async ({ serverOf }, use, { file }) => use(await serverOf(file)),
    { scope: "test", timeout: 120_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
  foundErrors: async ({}, use) => use([]),
  pageErrors: [
    async ({ foundErrors }, use) => {
      const allowed: RegExp[] = [];
      await use({ allow: (words) => void allowed.push(words) });
      const unexpected = foundErrors.filter((text) => !allowed.some((words) => words.test(text)));
      base.expect(unexpected, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, foundErrors }, use) => {
    await watch(context, foundErrors);
    await use(context);
    await checkCookies(context, foundErrors);
  },
  newPerson: async ({ browser, contextOptions, foundErrors }, use, testInfo) => {
    const contexts = new Set<BrowserContext>();
    await use(async (options = {}) => {
      const { userAgent, viewport, isMobile, hasTouch, deviceScaleFactor } = testInfo.project.use;
      const device = { userAgent, viewport, isMobile, hasTouch, deviceScaleFactor };
      const given = Object.entries(device).filter(([, value]) => value !== undefined);
      const context = await browser.newContext({
        ...contextOptions,
        ...Object.fromEntries(given),
        ...options,
      });
      await watch(context, foundErrors);
      contexts.add(context);
      // Whoever is closed by the test itself has no cookies left to look at.
      context.once("close", () => contexts.delete(context));
      return context.newPage();
    });
    for (const context of [...contexts]) {
      await checkCookies(context, foundErrors);
      await context.close();
    }
  },
});

export const expect = test.expect;
