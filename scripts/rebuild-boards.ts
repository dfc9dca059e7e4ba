/** `npm run leaderboards:rebuild -- --subject S [--period P] [--url URL]`: rebuilds boards of a running server. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { eq, sql } from "drizzle-orm";
import { createDb, type Db } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";
import { users } from "#db/schema/people.ts";
import { newId, toUuid } from "#shared/ids.ts";
import { type Board, boardName, periodStart } from "#shared/protocol/room-names.ts";
import { type Period, periods, type Subject, subjects } from "#shared/vocabulary.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";
import { parseSettings, readSources } from "./local/settings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const usage = `Usage: npm run leaderboards:rebuild -- --subject ${subjects.join("|")} [--period ${periods.join("|")}] [--url URL]`;

interface Asked {
  subject: Subject;
  periods: readonly Period[];
  url: string | undefined;
}

await runCommand(async () => {
  const asked = readArguments();
  const sources = readSources(root, process.env);
  const { settings, faults } = parseSettings(sources, root);
  if (!settings) throw new Error(faults.join("\n"));
  const url = asked.url ?? `http://localhost:${settings.port}`;
  const given = process.env["ADMIN_TOKEN"];
  if (given) return rebuildAll(asked, url, given);
  const database = await openDatabase(sources);
  try {
    return await withAdminToken(createDb(database), (token) => rebuildAll(asked, url, token));
  } finally {
    await database.stop();
  }
});

/** Lends a token of the first admin for as long as the work takes. */
async function withAdminToken(db: Db, work: (token: string) => Promise<number>): Promise<number> {
  const [admin] = await db.select({ id: users.id }).from(users).where(eq(users.role, "admin"));
  if (!admin) throw new Error("There is no admin: set ADMIN_TOKEN to an admin's access token.");
  const now = Date.now();
  const id = newId("pat", now);
  const name = "npm run leaderboards:rebuild";
  const scopes = ["admin:write"] as const;
  const token = await issueAccessToken(db, { id, userId: admin.id, name, now, days: 1, scopes });
  try {
    return await work(token);
  } finally {
    await db.execute(sql`delete from access_tokens where id = ${toUuid(id)}`);
  }
}

async function rebuildAll({ subject, periods: asked }: Asked, url: string, token: string) {
  let failed = 0;
  for (const period of asked) {
    const board = { subject, period, periodStart: periodStart(period, Date.now()) };
    const outcome = await rebuild(board, url, token);
    console.log(`${boardName(board)}: ${outcome.words}`);
    if (!outcome.ok) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

async function rebuild(board: Board, url: string, token: string) {
  const path = `/api/leaderboards/${board.subject}/${board.period}/${board.periodStart}/rebuild`;
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(url + path, { method: "POST", headers, body: "{}" }).catch(() => {
    throw new Error(`No server answers at ${url}: begin with npm start, or name one with --url.`);
  });
  const body = (await answer.json().catch(() => ({}))) as {
    players?: number;
    error?: { code?: string };
  };
  if (answer.ok) return { ok: true, words: `rebuilt, ${body.players} players` };
  return { ok: false, words: `failed with ${answer.status} ${body.error?.code ?? ""}`.trim() };
}

function readArguments(): Asked {
  const options = {
    subject: { type: "string" },
    period: { type: "string" },
    url: { type: "string" },
  } as const;
  const { values } = parseArgs({ options });
  const subject = subjects.find((known) => known === values.subject);
  const period = periods.find((known) => known === values.period);
  if (!subject || (values.period !== undefined && !period)) throw new Error(usage);
  return { subject, periods: period ? [period] : periods, url: values.url?.replace(/\/$/, "") };
}
