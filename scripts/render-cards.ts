/** `npm run cards`: renders the pictures of the docs, and the fallback, by the built Worker. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CardFields, cardPath, plainCard } from "#shared/share-card.ts";
import { buildApp } from "./bundle/build-app.ts";
import { findFreePort } from "./local/free-port.ts";
import { startRuntime } from "./local/runtime.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const shown = join(root, "docs/images/cards");

/** The pictures of docs/share-cards.md. */
const gallery: Record<string, CardFields> = {
  "student-plain": plainCard,
  "student-challenge": { ...plainCard, subject: "algebra", score: 4, streakDays: 7 },
  "student-results": { ...plainCard, loop: "results_rally", subject: "physics", score: 3 },
  "student-all-right": { ...plainCard, subject: "vocabulary", score: 5 },
  "parent-plain": { ...plainCard, persona: "parent", loop: "proud_parent", subject: "reading" },
  "parent-score": {
    ...plainCard,
    persona: "parent",
    loop: "proud_parent",
    subject: "biology",
    score: 5,
    streakDays: 14,
  },
  "tutor-plain": { ...plainCard, persona: "tutor", loop: "tutor_spotlight", subject: "chemistry" },
  "tutor-score": {
    ...plainCard,
    persona: "tutor",
    loop: "tutor_spotlight",
    subject: "geometry",
    score: 4,
    streakDays: 3,
  },
};

/** The Worker needs its settings to be there; a card reads none of them. */
const unusedVars = {
  DATABASE_URL: "postgres://nobody@localhost/none",
  AUTH_SECRET: "-".repeat(32),
  COOKIE_SECRET: "-".repeat(32),
  TICKET_SECRET: "-".repeat(32),
  LINK_CODE_SECRET: "-".repeat(32),
  LINK_SIGNING_KEYS: `k1:${"-".repeat(32)}`,
};

type Fetch = (path: string) => Promise<{ png: Buffer; tookMs: number }>;

async function withWorker(work: (get: Fetch) => Promise<void>): Promise<void> {
  await buildApp(root, { say: console.log });
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const persistTo = mkdtempSync(join(tmpdir(), "k-factor-cards-"));
  const runtime = await startRuntime({
    root,
    port,
    workerDir: join(root, "build/worker"),
    persistTo,
    vars: { ...unusedVars, APP_ENV: "preview", APP_URL: origin, APP_VERSION: "cards" },
  });
  try {
    await work(async (path) => {
      const begun = performance.now();
      const answer = await fetch(origin + path);
      const png = Buffer.from(await answer.arrayBuffer());
      if (!answer.headers.get("cache-control")?.includes("immutable")) {
        throw new Error(`${path} answered ${answer.status} with the fallback`);
      }
      return { png, tookMs: performance.now() - begun };
    });
  } finally {
    await runtime.stop();
    rmSync(persistTo, { recursive: true, force: true });
  }
}

await withWorker(async (get) => {
  // The first card loads the renderer, and may be late.
  await get(cardPath(plainCard)).catch(() => null);
  mkdirSync(shown, { recursive: true });
  for (const [name, fields] of Object.entries(gallery)) {
    const { png, tookMs } = await get(cardPath(fields));
    writeFileSync(join(shown, `${name}.png`), png);
    if (fields === plainCard) writeFileSync(join(root, "public/og/fallback.png"), png);
    console.log(`${name}.png: ${png.length} bytes in ${tookMs.toFixed(0)} ms`);
  }
});
