/** A test database in a process of its own; ends when its parent closes the channel. */
import { createTestDatabase } from "./test-database.ts";

const { databaseUrl, proxyUrl, stop } = await createTestDatabase({ embedded: true });
process.on("disconnect", async () => {
  await stop();
  process.exit(0);
});
process.send?.({ databaseUrl, proxyUrl });
