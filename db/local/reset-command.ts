/** `npm run db:reset`. */
import { resetDatabase } from "#db/local/reset.ts";
import { runCommand } from "#db/local/run-command.ts";

await runCommand(async () => {
  await resetDatabase(process.env, process.argv.slice(2));
  console.log("The database is empty. Next: npm run db:migrate");
  return 0;
});
