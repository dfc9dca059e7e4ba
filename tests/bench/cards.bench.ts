/** `cards`: rendering share cards, what they weigh, and serving one that is rendered. */
import {
  type CardFields,
  cardPath,
  cardScores,
  cardSubjects,
  plainCard,
} from "#shared/share-card.ts";
import { loops, type Persona, personas } from "#shared/vocabulary.ts";
import { BenchFault } from "./bench-fault.ts";
import { type Bench, type BenchInput, type Table, wholeNumber } from "./bench-shape.ts";
import { userAgent } from "./browser.ts";
import { requestBytes } from "./http-wire.ts";
import type { Target } from "./load.ts";
import { faultsOf, figuresTable, measureRounds, median } from "./rounds.ts";

const maxBytes = 300 * 1024;
const leastRatio = 0.6;
const warmUpMs = 1000;
const maxRequests = 1_000_000;
/** The card that nobody else asks for: it is the first one. */
const firstCard: CardFields = { ...plainCard, subject: "algebra", score: 4 };

interface Fetched {
  bytes: number;
  tookMs: number;
  /** False when the fallback stood in. */
  rendered: boolean;
}

async function fetchCard(port: number, fields: CardFields): Promise<Fetched> {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${cardPath(fields)}`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const tookMs = performance.now() - begun;
  if (answer.status !== 200) throw new BenchFault(`a card answered ${answer.status}`);
  return { bytes, tookMs, rendered: /immutable/.test(answer.headers.get("cache-control") ?? "") };
}

interface PersonaFigures {
  persona: Persona;
  cards: number;
  minBytes: number;
  maxBytes: number;
  renderP50Ms: number;
  late: number;
}

/** Renders all cards of a persona, each with the longest streak, which adds the most. */
async function renderAll(port: number, persona: Persona): Promise<PersonaFigures> {
  const found: Fetched[] = [];
  for (const loop of loops) {
    for (const subject of cardSubjects) {
      for (const score of cardScores) {
        const fields: CardFields = { persona, loop, subject, score, streakDays: 30 };
        found.push(await fetchCard(port, fields));
      }
    }
  }
  const rendered = found.filter((one) => one.rendered);
  const bytes = rendered.map((one) => one.bytes);
  return {
    persona,
    cards: found.length,
    minBytes: Math.min(...bytes),
    maxBytes: Math.max(...bytes),
    renderP50Ms: median(rendered.map((one) => one.tookMs)),
    late: found.length - rendered.length,
  };
}

function personaTable(all: readonly PersonaFigures[]): Table {
  return {
    title: "rendering",
    columns: ["persona", "cards", "min bytes", "max bytes", "p50 ms", "late"],
    rows: all.map((one) => [
      one.persona,
      one.cards,
      one.minBytes,
      one.maxBytes,
      Number(one.renderP50Ms.toFixed(1)),
      one.late,
    ]),
  };
}

function weightFaults(all: readonly PersonaFigures[]): string[] {
  return all.flatMap((one) => [
    ...(one.maxBytes < maxBytes ? [] : [`${one.persona}: a card has ${one.maxBytes} bytes`]),
    ...(one.late === 0 ? [] : [`${one.persona}: ${one.late} cards were late`]),
  ]);
}

async function run({ options, openWorld, say }: BenchInput) {
  const connections = wholeNumber(options, "connections", { min: 1, max: 256 });
  const seconds = wholeNumber(options, "seconds", { min: 1, max: 60 });
  const rounds = wholeNumber(options, "rounds", { min: 1, max: 20 });
  const { server } = await openWorld();
  const first = await fetchCard(server.port, firstCard);
  const personaFigures: PersonaFigures[] = [];
  for (const persona of personas) personaFigures.push(await renderAll(server.port, persona));
  const { bytes } = await fetchCard(server.port, firstCard);
  say(`Loading 3 routes: ${rounds} rounds of ${seconds} s, ${connections} connections.`);
  const headers = { "User-Agent": userAgent };
  const target = (name: string, port: number, path: string): Target => ({
    name,
    port,
    requests: [requestBytes(path, { headers })],
    status: 200,
  });
  const figures = await measureRounds({
    baseline: target("bare Hono, as many bytes", server.baselinePort, `/bytes/${bytes}`),
    targets: [
      target("card, cached", server.port, cardPath(firstCard)),
      target("bare Hono, two bytes", server.baselinePort, "/"),
    ],
    rounds,
    limits: { connections, durationMs: seconds * 1000, maxRequests },
    warmUpMs,
    serverCpuMs: server.cpuMs,
  });
  const ratio = figures[1]?.ratio ?? 0;
  return {
    tables: [personaTable(personaFigures), figuresTable("cards", figures, {})],
    figures: {
      ...{ connections, seconds, rounds },
      first: { ...first, tookMs: Math.round(first.tookMs) },
      personas: personaFigures,
      routes: figures,
    },
    faults: [
      ...(first.rendered ? [] : ["the first card was late"]),
      ...weightFaults(personaFigures),
      ...faultsOf(figures),
      ...(ratio >= leastRatio
        ? []
        : [`a cached card reaches ${ratio.toFixed(2)} of the bare route`]),
    ],
  };
}

export const bench: Bench = {
  about: "rendering share cards, and serving one that is rendered",
  options: {
    connections: { type: "string", default: "32" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
  },
  run,
};
