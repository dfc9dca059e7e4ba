/** `npm run db:seed`: fills a migrated database with the demo. */
import { fileURLToPath } from "node:url";
import { openDatabase } from "#db/local/open-database.ts";
import { runCommand } from "#db/local/run-command.ts";
import { localSecrets } from "../local/secrets.ts";
import { parseSettings, readSources } from "../local/settings.ts";
import { seedDemo } from "./seed-demo.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

await runCommand(async () => {
  const sources = readSources(root, process.env);
  const { settings, faults } = parseSettings(sources, root);
  if (!settings) throw new Error(faults.join("\n"));
  const database = await openDatabase(sources);
  try {
    const target = {
      databaseUrl: database.databaseUrl,
      proxyUrl: database.proxyUrl,
      appUrl: `http://localhost:${settings.port}`,
      secrets: { ...localSecrets(settings.dataDir), ...settings.workerVars },
    };
    const outcome = await seedDemo(target, settings.seed === "people" ? "people" : "demo");
    console.log(outcome === "seeded" ? "The demo is in." : "The demo was there already.");
  } finally {
    await database.stop();
  }
  return 0;
});
