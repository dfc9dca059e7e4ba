/** `npm run token -- EMAIL [--days 30] [--scopes A,B]`: prints a bearer token of that person for the REST interface. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { createDb } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";
import { users } from "#db/schema/people.ts";
import { newId } from "#shared/ids.ts";
import { scopesFor, type TokenScope, tokenDays, tokenScopes } from "#shared/token-scopes.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";
import { readSources } from "./local/settings.ts";

const usage = `Usage: npm run token -- EMAIL [--days 1 to ${tokenDays.most}] [--scopes A,B]
Scopes: ${tokenScopes.join(", ")} (all that the person may have, by default)`;
const root = fileURLToPath(new URL("..", import.meta.url));

await runCommand(async () => {
  const { email, days, wanted } = readArguments();
  const database = await openDatabase(readSources(root, process.env));
  try {
    const db = createDb(database);
    const [user] = await db
      .select({ id: users.id, role: users.role })
      .from(users)
      .where(eq(users.email, email))
      .catch(explain);
    if (!user) throw new Error(`Nobody has an account with the address ${email}.`);
    const now = Date.now();
    const id = newId("pat", now);
    const allowed = scopesFor(user.role);
    const scopes = wanted ?? allowed;
    if (scopes.some((scope) => !allowed.includes(scope))) {
      throw new Error("Only an admin's token may have the scopes of admins.");
    }
    const wish = { id, userId: user.id, name: "npm run token", scopes, now, days };
    console.log(await issueAccessToken(db, wish));
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

function readArguments(): { email: string; days: number; wanted: TokenScope[] | null } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { days: { type: "string", default: "30" }, scopes: { type: "string" } },
  });
  const [email, ...rest] = positionals;
  const days = Number(values.days);
  const named = values.scopes?.split(",");
  const wanted = named && tokenScopes.filter((scope) => named.includes(scope));
  const fits = Number.isInteger(days) && days >= 1 && days <= tokenDays.most;
  if (!email || rest.length > 0 || !fits || wanted?.length !== named?.length) {
    throw new Error(usage);
  }
  return { email: email.trim().toLowerCase(), days, wanted: wanted ?? null };
}
