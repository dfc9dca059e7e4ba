/** The Worker's entry: doors for HTTP, cron and queue, and the Durable Objects. */
import { Hono } from "hono";
import { prometheusRoutes } from "./features/metrics/prometheus.http.ts";
import { healthRoutes } from "./features/operations/operations.http.ts";
import { pageReportRoutes } from "./features/operations/page-reports.http.ts";
import { mailboxRoutes } from "./features/people/dev-mailbox.http.ts";
import { realtimeRoutes } from "./features/realtime/realtime.http.ts";
import { streamRoutes } from "./features/realtime/stream.http.ts";
import { shareCardRoutes } from "./features/share-cards/share-cards.http.ts";
import { answerSmartLink, readLinkRequest } from "./features/smart-links/smart-links.http.ts";
import { edgeDoor } from "./platform/edge-door.ts";
import { parseEnv } from "./platform/env.ts";
import { type DoorEnv, httpDoor } from "./platform/http-door.ts";
import { failureResponse } from "./platform/http-errors.ts";
import { guestContext, memberContext } from "./request-context.ts";
import { type Body, takeTelemetry } from "./telemetry-queue.ts";
import { visitContext } from "./visit-context.ts";
import { systemContext } from "./worker-context.ts";

export { CohortRoom } from "./features/cohorts/cohort.room.ts";
export { UserInbox } from "./features/inbox/user-inbox.room.ts";
export { LeaderboardRoom } from "./features/leaderboards/leaderboard.room.ts";
export { PresenceLeaf } from "./features/presence/presence-leaf.room.ts";
export { PresenceRoot } from "./features/presence/presence-root.room.ts";
export { RateLimiter } from "./platform/rate-limiter.room.ts";

const app = new Hono<DoorEnv>();

app.use(httpDoor);
app.route("/og", shareCardRoutes());
app.route("/ws", realtimeRoutes());
app.route("/api/health", healthRoutes(guestContext));
app.route("/metrics", prometheusRoutes(guestContext));
app.route("/api", streamRoutes(memberContext));
app.route("/dev", mailboxRoutes());
app.route("/page-reports", pageReportRoutes(guestContext));

// What is heavy is loaded by those who ask for it: a link or a room does not pay for it.
app.all("/trpc/*", async (c) => {
  c.set("route", "/trpc");
  const { answerTrpc } = await import("./trpc-door.ts");
  return answerTrpc(c.req.raw, await memberContext(c));
});
app.get("/api/docs", async (c) => {
  c.set("route", "/api/docs");
  const { answerDocs } = await import("./docs-door.ts");
  return answerDocs(parseEnv(c.env).APP_URL);
});
app.all("/api/*", async (c) => {
  c.set("route", "/api");
  const { answerRest } = await import("./rest-door.ts");
  return answerRest(c.req.raw, await memberContext(c));
});
app.all("*", async (c) => {
  c.set("route", `page /${c.req.path.split("/", 2)[1] ?? ""}`.slice(0, 40));
  const { answerPage } = await import("./pages-door.ts");
  return answerPage(c.req.raw, await memberContext(c));
});

app.onError((error, c) => failureResponse(error, c.get("requestId") ?? crypto.randomUUID()));

export default {
  /** A smart link has a door of its own, because it is what most requests ask for. */
  fetch(request: Request, env: Cloudflare.Env, execution: ExecutionContext) {
    const asked = readLinkRequest(request);
    if (asked === null) return app.fetch(request, env, execution);
    const { method } = asked;
    return edgeDoor({ request, method, env, execution }, "/sl/:code", (visit) =>
      answerSmartLink(visitContext(visit), asked),
    );
  },

  /** Each minute; what it takes is loaded by it alone. */
  async scheduled(controller, env, execution) {
    const { runMinute } = await import("./cron-door.ts");
    await runMinute(systemContext(env, execution), controller.scheduledTime);
  },

  /** What cannot be stored now comes again; storing is idempotent. */
  async queue(batch, env, execution) {
    await takeTelemetry(systemContext(env, execution), batch as MessageBatch<Body>);
  },
} satisfies ExportedHandler<Cloudflare.Env>;
