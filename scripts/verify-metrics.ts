/** `npm run metrics:verify`: counts every unsealed bucket from raw events by a second route, and compares. */
import { fileURLToPath } from "node:url";
import { createDb } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { systemClock } from "#workers/platform/clock.ts";
import { readSources } from "./local/settings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const shown = 50;

await runCommand(async () => {
  const database = await openDatabase(readSources(root, process.env));
  try {
    const db = createDb(database);
    const { compared, differences } = await compareRollups({ db, clock: systemClock });
    for (const { bucket, key, stored, counted } of differences.slice(0, shown)) {
      console.log(`${bucket} ${key}: the bucket says ${stored}, the events say ${counted}`);
    }
    if (differences.length > shown) console.log(`and ${differences.length - shown} more`);
    console.log(`${compared} counts compared, ${differences.length} differences`);
    return differences.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
});
