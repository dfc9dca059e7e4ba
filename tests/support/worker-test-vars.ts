/** The Worker's settings where it runs in tests: a local database, and secrets of the tests only. */

export const workerTestUrl = "http://localhost:8787";

export interface TestDatabaseAddress {
  databaseUrl: string;
  proxyUrl: string;
}

export function workerTestVars(database: TestDatabaseAddress): Record<string, string> {
  return {
    APP_ENV: "local",
    APP_URL: workerTestUrl,
    APP_VERSION: "test",
    DATABASE_URL: database.databaseUrl,
    DATABASE_PROXY_URL: database.proxyUrl,
    AUTH_SECRET: "a".repeat(48),
    COOKIE_SECRET: "c".repeat(48),
    TICKET_SECRET: "t".repeat(48),
    LINK_CODE_SECRET: "l".repeat(48),
    METRICS_TOKEN: "m".repeat(48),
    // Small leaves, quick moves: a handful of people grow a subject.
    REALTIME_SETTINGS: JSON.stringify({ leafTarget: 5, leafSplit: 8, moveSpreadMs: 300 }),
    LINK_SIGNING_KEYS: `k1:${"s".repeat(48)}`,
  };
}
