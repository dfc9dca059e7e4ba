/** `npm run db:migrate`. */
import { migrate } from "#db/local/migrate.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";

await runCommand(async () => {
  const database = await openDatabase(process.env);
  try {
    const applied = await migrate(database);
    for (const name of applied) console.log(`Applied ${name}.`);
    console.log("The database is up to date.");
  } finally {
    await database.stop();
  }
  return 0;
});
