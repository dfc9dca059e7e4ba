/** `landing`: an invitee's first seconds on two kinds of phone, next to a page with nothing in it. */
import { fileURLToPath } from "node:url";
import { devices, type Page } from "@playwright/test";
import { BenchFault } from "./bench-fault.ts";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import { startEdge } from "./edge-stand-in.ts";
import { invite } from "./loop-journey.ts";
import { openChromium } from "./open-chromium.ts";
import { type LoadFigures, loadPage, phoneKinds } from "./page-load.ts";
import { median } from "./rounds.ts";
import { createStepTimes } from "./step-times.ts";

const clientFolder = fileURLToPath(new URL("../../build/client", import.meta.url));
type Kind = keyof typeof phoneKinds;
const kinds = Object.keys(phoneKinds) as Kind[];
const limits: Record<Kind, Partial<LoadFigures>> = {
  "mid-range": { lcpMs: 1800, interactiveMs: 2500 },
  good: { interactiveMs: 1000 },
};
const phone = devices["Pixel 7"];

type Named = LoadFigures & { startMs: number };

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
    cls: of("cls"),
    bytes: of("bytes"),
    scriptBytes: of("scriptBytes"),
    styleBytes: of("styleBytes"),
    fontBytes: of("fontBytes"),
    imageBytes: of("imageBytes"),
    requests: of("requests"),
    startMs: of("startMs"),
  };
}

const kindWords = (kind: Kind) => {
  const { cpuSlowdown, roundTripMs, down, up } = phoneKinds[kind];
  return `${kind}: CPU ${cpuSlowdown}x slower, ${roundTripMs} ms round trip, ${down}/${up} Mbit/s`;
};

function tableOf(rows: readonly [Kind, string, Named][]): Table {
  return {
    title: `cold loads, gzip, HTTP/1.1, medians. Phones: ${kinds.map(kindWords).join("; ")}`,
    columns: [
      ...["phone", "page", "first byte ms", "FCP ms", "LCP ms", "interactive ms", "blocked ms"],
      ...["bytes", "of scripts", "requests", "start to question ms"],
    ],
    rows: rows.map(([kind, page, f]) => [
      ...[kind, page],
      ...[f.firstByteMs, f.fcpMs, f.lcpMs, f.interactiveMs, f.blockedMs].map(Math.round),
      ...[f.bytes, f.scriptBytes, f.requests],
      f.startMs === 0 ? null : Math.round(f.startMs),
    ]),
  };
}

function faultsOf(kind: Kind, landing: Named): string[] {
  return (Object.entries(limits[kind]) as [keyof LoadFigures, number][])
    .filter(([name, limit]) => !(landing[name] > 0 && landing[name] < limit))
    .map(
      ([name, limit]) =>
        `${kind} phone: ${name} is ${Math.round(landing[name])}, not below ${limit}`,
    );
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
  const open = async (kind: Kind, page: typeof landing | typeof bare): Promise<Named> => {
    const load = { ...page, kind: phoneKinds[kind] };
    const { figures, after } = await loadPage(browser, phone ?? {}, load);
    return { ...figures, startMs: after };
  };
  // The Worker's modules are loaded here, as an edge that serves people has them.
  await open("good", landing);
  say(`${loads} cold loads of a smart link, and as many of a bare page, in turn, on each phone.`);
  const found: { kind: Kind; bare: Named; landing: Named; all: Named[] }[] = [];
  for (const kind of kinds) {
    const all: { landing: Named[]; bare: Named[] } = { landing: [], bare: [] };
    for (let i = 0; i < loads; i++) {
      all.bare.push(await open(kind, bare));
      all.landing.push(await open(kind, landing));
    }
    found.push({ kind, bare: medians(all.bare), landing: medians(all.landing), all: all.landing });
  }
  const rows = found.flatMap((one): [Kind, string, Named][] => [
    [one.kind, "bare page", one.bare],
    [one.kind, "smart link, landing", one.landing],
  ]);
  return {
    tables: [tableOf(rows)],
    figures: { loads, limits, phones: phoneKinds, found },
    faults: found.flatMap((one) => faultsOf(one.kind, one.landing)),
  };
}

export const bench: Bench = {
  about: "an invitee's first seconds on a mid-range and on a good phone",
  options: { loads: { type: "string", default: "5" } },
  run,
};
