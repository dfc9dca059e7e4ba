/** `npm run token -- EMAIL [--days 30]`: prints a bearer token of that person for the REST interface. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { createDb } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";
import { users } from "#db/schema/people.ts";
import { newId } from "#shared/ids.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";
import { readSources } from "./local/settings.ts";

const usage = "Usage: npm run token -- EMAIL [--days 1 to 365]";
const root = fileURLToPath(new URL("..", import.meta.url));

await runCommand(async () => {
  const { email, days } = readArguments();
  const database = await openDatabase(readSources(root, process.env));
  try {
    const db = createDb(database);
    const [user] = await db
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email))
      .catch(explain);
    if (!user) throw new Error(`Nobody has an account with the address ${email}.`);
    const now = Date.now();
    const id = newId("pat", now);
    console.log(
      await issueAccessToken(db, { id, userId: user.id, name: "npm run token", now, days }),
    );
  } finally {
    await database.stop();
  }
  return 0;
});

/** The query's own words hold the address and help nobody. */
function explain(error: unknown): never {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  if (code === "42P01") throw new Error("The database is still empty: run npm start once.");
  throw (error as Error).cause ?? error;
}

function readArguments(): { email: string; days: number } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { days: { type: "string", default: "30" } },
  });
  const [email, ...rest] = positionals;
  const days = Number(values.days);
  if (!email || rest.length > 0 || !Number.isInteger(days) || days < 1 || days > 365) {
    throw new Error(usage);
  }
  return { email: email.trim().toLowerCase(), days };
}
