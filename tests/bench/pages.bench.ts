/** `pages`: how soon pages are there on a mid-range phone, what they weigh, how a deck answers taps. */
import { fileURLToPath } from "node:url";
import { type BrowserContext, devices, type Page } from "@playwright/test";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import { openBrowser } from "./browser.ts";
import { playByTaps, type Taps, tapOnce } from "./deck-taps.ts";
import { startEdge } from "./edge-stand-in.ts";
import { deckId, invite } from "./loop-journey.ts";
import { openChromium } from "./open-chromium.ts";
import { type LoadFigures, loadPage, phoneKinds } from "./page-load.ts";
import { query, signIn } from "./procedures.ts";
import { median } from "./rounds.ts";
import { createStepTimes } from "./step-times.ts";

const clientFolder = fileURLToPath(new URL("../../build/client", import.meta.url));
const phone = devices["Pixel 7"] ?? {};
const kind = phoneKinds["mid-range"];
const clsLimit = 0.05;

type Figures = LoadFigures & Pick<Taps, "inpMs" | "taps">;
type Tapped = Pick<Figures, "inpMs" | "taps"> & { slowest: Taps["slowest"] | null };
type Load = Figures & { slowest: Taps["slowest"] | null };

interface Asked {
  name: string;
  path: string;
  mark: string | null;
  member: boolean;
  taps?(page: Page): Promise<Taps>;
  limits: Partial<Figures>;
}

const untouched: Tapped = { inpMs: 0, taps: 0, slowest: null };

function pagesToAsk(code: string, runId: string): Asked[] {
  const own = (name: string, path: string, limits: Partial<Figures> = {}): Asked => ({
    ...{ name, path, mark: "hydrated", member: true },
    limits: { cls: clsLimit, ...limits },
  });
  return [
    { name: "bare page", path: "/bare", mark: null, member: false, taps: tapOnce, limits: {} },
    {
      ...own("landing by a smart link, and its deck", `/sl/${code}`, { lcpMs: 1500, inpMs: 200 }),
      member: false,
      taps: (page) => playByTaps(page, deckId),
    },
    own("home", "/home", { lcpMs: 2000 }),
    own("a result", `/results/${runId}`),
    own("study group", "/cohort/alg-101"),
    own("leaderboard", "/leaderboards/algebra"),
    own("activity", "/activity"),
  ];
}

const columns: readonly [keyof Figures, string][] = [
  ["firstByteMs", "first byte ms"],
  ["fcpMs", "FCP ms"],
  ["lcpMs", "LCP ms"],
  ["interactiveMs", "interactive ms"],
  ["inpMs", "INP ms"],
  ["cls", "CLS"],
  ["scriptBytes", "JS bytes"],
  ["styleBytes", "CSS bytes"],
  ["fontBytes", "font bytes"],
  ["imageBytes", "image bytes"],
  ["bytes", "all bytes"],
  ["requests", "requests"],
];

function medians(loads: readonly Figures[]): Figures {
  const names = [...columns.map(([name]) => name), "blockedMs", "taps"] as const;
  const entries = names.map((name) => [name, median(loads.map((load) => load[name]))]);
  return Object.fromEntries(entries) as Figures;
}

type Row = { page: string; limits: Partial<Figures>; median: Figures; all: Load[] };

function tableOf(rows: readonly Row[], loads: number): Table {
  const { cpuSlowdown, roundTripMs, down, up } = kind;
  return {
    title: `cold loads, medians of ${loads}: CPU ${cpuSlowdown}x slower, ${roundTripMs} ms round trip, ${down}/${up} Mbit/s, gzip`,
    columns: ["page", ...columns.map(([, words]) => words)],
    rows: rows.map(({ page, median: figures }) => [
      page,
      ...columns.map(([name]) => {
        if (name === "inpMs" && figures.taps === 0) return null;
        return name === "cls" ? Number(figures.cls.toFixed(3)) : Math.round(figures[name]);
      }),
    ]),
  };
}

function faultsOf({ page, limits, median: figures }: Row): string[] {
  return (Object.entries(limits) as [keyof Figures, number][])
    .filter(([name, limit]) => !(figures[name] < limit && (name === "cls" || figures[name] > 0)))
    .map(([name, limit]) => `${page}: ${name} is ${figures[name].toFixed(3)}, not below ${limit}`);
}

async function run({ options, openWorld, closers, say }: BenchInput) {
  const loads = wholeNumber(options, "loads", { min: 1, max: 50 });
  const { server } = await openWorld();
  const code = await invite(server.port, createStepTimes());
  const student = openBrowser(server.port);
  await signIn(student, "student@demo.test");
  const { data } = await query(student, "microDecks.myResults", {});
  const [result] = data["items"] as { runId: string }[];
  const edge = `http://localhost:${await startEdge({ workerPort: server.port, folder: clientFolder }, closers)}`;
  const browser = await openChromium(closers);
  const asked = pagesToAsk(code, result?.runId ?? "");
  const load = async (page: Asked): Promise<Load> => {
    const prepare = (context: BrowserContext) => bringCookies(context, edge, student.cookies());
    const goOn: (page: Page) => Promise<Tapped> = page.taps ?? (async () => untouched);
    const { address, mark } = { address: edge + page.path, mark: page.mark };
    const opened = { address, mark, kind, goOn, ...(page.member ? { prepare } : {}) };
    const { figures, after } = await loadPage(browser, phone, opened);
    return { ...figures, ...after };
  };
  // The Worker's modules are loaded here, as an edge that serves people has them.
  for (const page of asked) await load(page);
  say(`${loads} cold loads of each page, in turn.`);
  const all = asked.map((): Load[] => []);
  for (let i = 0; i < loads; i++) {
    for (const [index, page] of asked.entries()) all[index]?.push(await load(page));
  }
  const rows = asked.map(({ name, limits }, index): Row => {
    const figures = all[index] ?? [];
    return { page: name, limits, median: medians(figures), all: figures };
  });
  return {
    tables: [tableOf(rows, loads)],
    figures: { loads, phone: kind, pages: rows },
    faults: rows.flatMap(faultsOf),
  };
}

/** As the Worker set them: for that host alone. `__Host-` wants an address with TLS, and gets one. */
async function bringCookies(context: BrowserContext, edge: string, header: string): Promise<void> {
  const url = edge.replace(/^http:/, "https:");
  const pairs = header.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url, secure: true };
  });
  await context.addCookies(pairs);
}

export const bench: Bench = {
  about: "pages on a mid-range phone: when they are there, what they weigh, how a deck answers",
  options: { loads: { type: "string", default: "5" } },
  run,
};
