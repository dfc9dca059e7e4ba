/** `landing`: an invitee's first seconds on a mid-range phone, next to a page with nothing in it. */
import { fileURLToPath } from "node:url";
import { type Browser, chromium, devices, type Page } from "@playwright/test";
import { findBrowser } from "#tests/support/find-browser.ts";
import { BenchFault } from "./bench-fault.ts";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import { startEdge } from "./edge-stand-in.ts";
import { invite } from "./loop-journey.ts";
import { type LoadFigures, loadPage } from "./page-load.ts";
import { median } from "./rounds.ts";
import { createStepTimes } from "./step-times.ts";

const clientFolder = fileURLToPath(new URL("../../build/client", import.meta.url));
const limits = { lcpMs: 1800, interactiveMs: 2500 };
const phone = devices["Pixel 7"];
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

type Named = LoadFigures & { startMs: number };

async function openChromium(closers: BenchInput["closers"]): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new BenchFault("There is no Chromium here: name one in CHROMIUM_PATH.");
  const browser = await chromium.launch({ executablePath, args });
  closers.add(() => browser.close());
  return browser;
}

/** Presses Start and the first choice: how long the question takes, and that it is no new page. */
async function playOn(page: Page): Promise<number> {
  const origin = await page.evaluate(() => performance.timeOrigin);
  const begun = performance.now();
  await page.getByRole("button", { name: "Start" }).tap();
  await page.locator("#choice-0").waitFor({ state: "attached" });
  const startMs = performance.now() - begun;
  await page.locator('label[for="choice-0"]').tap();
  if (!(await page.locator("#choice-0").isChecked())) {
    throw new BenchFault("the first answer did not respond");
  }
  if ((await page.evaluate(() => performance.timeOrigin)) !== origin) {
    throw new BenchFault("the page was loaded anew: it was not interactive");
  }
  return startMs;
}

function medians(loads: readonly Named[]): Named {
  const of = (name: keyof Named) => median(loads.map((load) => load[name]));
  return {
    firstByteMs: of("firstByteMs"),
    fcpMs: of("fcpMs"),
    lcpMs: of("lcpMs"),
    interactiveMs: of("interactiveMs"),
    blockedMs: of("blockedMs"),
    bytes: of("bytes"),
    scriptBytes: of("scriptBytes"),
    requests: of("requests"),
    startMs: of("startMs"),
  };
}

function tableOf(rows: Record<string, Named>): Table {
  return {
    title:
      "cold loads: CPU 4x slower, 150 ms round trip, 1.6/0.75 Mbit/s, gzip, HTTP/1.1 (medians)",
    columns: [
      ...["page", "first byte ms", "FCP ms", "LCP ms", "interactive ms", "blocked ms"],
      ...["bytes", "of scripts", "requests", "start to question ms"],
    ],
    rows: Object.entries(rows).map(([name, f]) => [
      name,
      ...[f.firstByteMs, f.fcpMs, f.lcpMs, f.interactiveMs, f.blockedMs].map(Math.round),
      ...[f.bytes, f.scriptBytes, f.requests],
      f.startMs === 0 ? null : Math.round(f.startMs),
    ]),
  };
}

function faultsOf(landing: Named): string[] {
  return (Object.keys(limits) as (keyof typeof limits)[])
    .filter((name) => !(landing[name] > 0 && landing[name] < limits[name]))
    .map((name) => `${name} is ${Math.round(landing[name])}, not below ${limits[name]}`);
}

async function run({ options, openWorld, closers, say }: BenchInput) {
  const loads = wholeNumber(options, "loads", { min: 1, max: 50 });
  const { server } = await openWorld();
  const code = await invite(server.port, createStepTimes());
  const behind = { workerPort: server.port, folder: clientFolder };
  const edge = `http://localhost:${await startEdge(behind, closers)}`;
  const browser = await openChromium(closers);
  const landing = { address: `${edge}/sl/${code}`, mark: "hydrated", goOn: playOn };
  const bare = { address: `${edge}/bare`, mark: null, goOn: async () => 0 };
  const open = async (page: typeof landing | typeof bare): Promise<Named> => {
    const { figures, after } = await loadPage(browser, phone ?? {}, page);
    return { ...figures, startMs: after };
  };
  // The Worker's modules are loaded here, as an edge that serves people has them.
  await open(landing);
  say(`${loads} cold loads of a smart link, and as many of a bare page, in turn.`);
  const all: { landing: Named[]; bare: Named[] } = { landing: [], bare: [] };
  for (let i = 0; i < loads; i++) {
    all.bare.push(await open(bare));
    all.landing.push(await open(landing));
  }
  const found = { landing: medians(all.landing), bare: medians(all.bare) };
  return {
    tables: [tableOf({ "bare page": found.bare, "smart link, landing": found.landing })],
    figures: { loads, limits, ...found, all: all.landing },
    faults: faultsOf(found.landing),
  };
}

export const bench: Bench = {
  about: "an invitee's first seconds on a mid-range phone",
  options: { loads: { type: "string", default: "5" } },
  run,
};
