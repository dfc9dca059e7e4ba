/** The local database in a thread of its own, so that it does not disturb who measures. */
import { parentPort, workerData } from "node:worker_threads";
import { startLocalDatabase } from "#db/local/local-database.ts";

const database = await startLocalDatabase(workerData);
parentPort?.postMessage({
  httpPort: database.httpPort,
  databaseUrl: database.connectionString,
});
parentPort?.once("message", async () => {
  await database.stop();
  parentPort?.close();
});
