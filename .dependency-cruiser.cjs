/** Who may import whom: app (types only) -> workers -> db -> shared, and no feature another one. */

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
/** A use case is `verbNoun(ctx, input)` in verb-noun.ts; these are the verbs so far. */
const verbs =
  "answer|ask|block|change|check|close|commit|compare|complete|confirm|copy|create|drop|end|fix|issue|join|keep|list|mark|offer|open|read|rebuild|record|request|review|revoke|seal|set|settle|sign|start|sweep|tell|view";
const useCase = `^workers/features/[^/]+/(${verbs})-[a-z0-9-]+\\.ts$`;
/** Adapters that carry no suffix: cookies, sessions, tokens, caches. */
const doorOfFeature =
  "/(auth|access-token|attribution-cookie|pending-join-cookie|assignment-cookie|session-[a-z]+|link-records|dead-letters|room-bindings)\\.ts$";
const value = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    error("no-cycle", "A cycle hides a concept: name it.", {}, { circular: true }),
    error(
      "no-unresolved",
      "The import names nothing.",
      {},
      // The built pages are there after a build only.
      { couldNotResolve: true, pathNot: "build/server/index\\.js$" },
    ),
    error(
      "app-takes-types-of-workers",
      "The browser must never load the server's code.",
      { path: "^app/" },
      { path: "^workers/", ...value },
    ),
    error(
      "app-knows-no-database",
      "Pages call procedures.",
      { path: "^app/" },
      { path: ["^db/", "^node_modules/(drizzle-orm|@neondatabase)/"] },
    ),
    error(
      "workers-know-no-app",
      "The UI depends on the Worker, not the other way round.",
      { path: "^workers/" },
      { path: "^app/" },
    ),
    error(
      "db-knows-shared-only",
      "workers -> db -> shared. Seeds play the real use cases, so they may call workers.",
      { path: "^db/(?!seed/)", pathNot: "\\.test\\.ts$" },
      { path: "^(app|workers|db/seed)/" },
    ),
    error(
      "shared-stands-alone",
      "Browser and Worker both load shared/.",
      { path: "^shared/", pathNot: "\\.test\\.ts$" },
      { path: "^(app|workers|db|scripts|tests)/" },
    ),
    error(
      "source-knows-no-tools",
      "What runs in production imports no script and no test.",
      { path: "^(app|workers|shared|db)/", pathNot: "\\.test\\.tsx?$" },
      { path: ["^(scripts|tests)/", "\\.test\\.tsx?$"] },
    ),
    error(
      "no-development-package",
      "What runs in production uses dependencies only.",
      {
        path: "^(app|workers|shared|db/schema|db/client)",
        pathNot: "\\.test\\.tsx?$|^app/routes\\.ts$",
      },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    ),
    error(
      "features-stand-alone",
      "Features meet in event-handlers.ts, never in each other.",
      { path: "^workers/features/([^/]+)/" },
      { path: "^workers/features/", pathNot: "^workers/features/$1/" },
    ),
    error(
      "platform-knows-no-business",
      "features -> platform.",
      { path: "^workers/platform/", pathNot: "\\.test\\.ts$" },
      { path: ["^workers/features/", "^workers/[^/]+\\.ts$"] },
    ),
    error(
      "features-know-no-doors",
      "app.ts -> features -> platform.",
      { path: "^workers/features/", pathNot: "\\.test\\.ts$" },
      { path: "^workers/[^/]+\\.ts$" },
    ),
    error(
      "cloudflare-at-the-edge",
      "cloudflare:* only in rooms, the platform and the entry.",
      {
        path: "^(app|workers|db|shared)/",
        pathNot: ["\\.room\\.ts$", "^workers/platform/", "^workers/app\\.ts$"],
      },
      { path: "^cloudflare:" },
    ),
    error(
      "drizzle-in-repos",
      "Queries stand in .repo.ts, the event log and db/.",
      {
        path: "^workers/",
        pathNot: ["\\.repo\\.ts$", "^workers/platform/event-", "\\.test\\.ts$"],
      },
      { path: "^node_modules/(drizzle-orm|@neondatabase)/" },
    ),
    error(
      "domain-is-pure",
      "A file named by a noun is pure: values in, values out, of its siblings and shared/.",
      { path: "^workers/features/[^/]+/[a-z0-9-]+\\.ts$", pathNot: [useCase, doorOfFeature] },
      {
        path: [
          "\\.(repo|room|http|router|events|telemetry)\\.ts$",
          "^db/",
          "^workers/platform/(?!hmac|sealed-value|room-handle|room-tables|client-network|letter|brief-memory)",
          "^node_modules/(drizzle-orm|@neondatabase|hono|better-auth|@trpc)/",
        ],
        ...value,
      },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["workerd", "worker", "import", "module", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    builtInModules: {
      add: ["cloudflare:workers", "cloudflare:test", "cloudflare:sockets"],
    },
  },
};
