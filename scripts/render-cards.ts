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

const card = (
  persona: CardFields["persona"],
  loop: CardFields["loop"],
  subject: CardFields["subject"],
  score: CardFields["score"],
  streakDays: CardFields["streakDays"],
): CardFields => ({ persona, loop, subject, score, streakDays });

/**
 * The pictures of docs/share-cards.md: every persona with every loop, and among them every value of
 * every other list.
 */
const gallery: Record<string, CardFields> = {
  "student-plain": plainCard,
  "student-challenge": card("student", "buddy_challenge", "algebra", 4, 7),
  "student-results": card("student", "results_rally", "physics", 3, 0),
  "student-proud": card("student", "proud_parent", "vocabulary", 5, 0),
  "student-tutor": card("student", "tutor_spotlight", "sat_math", 2, 30),
  "parent-challenge": card("parent", "buddy_challenge", "chemistry", 2, 0),
  "parent-results": card("parent", "results_rally", "geometry", 4, 3),
  "parent-plain": card("parent", "proud_parent", "reading", 0, 0),
  "parent-proud": card("parent", "proud_parent", "biology", 5, 14),
  "parent-tutor": card("parent", "tutor_spotlight", "any", 0, 0),
  "tutor-challenge": card("tutor", "buddy_challenge", "physics", 5, 0),
  "tutor-results": card("tutor", "results_rally", "sat_math", 3, 7),
  "tutor-proud": card("tutor", "proud_parent", "reading", 5, 0),
  "tutor-plain": card("tutor", "tutor_spotlight", "chemistry", 0, 0),
  "tutor-spotlight": card("tutor", "tutor_spotlight", "geometry", 4, 3),
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
