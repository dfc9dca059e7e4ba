/** The metrics procedures, for admins. */
import { admin } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import {
  costOutput,
  engagementOutput,
  funnelOutput,
  guardrailsOutput,
  invitesOutput,
  kFactorOutput,
  metricsInput,
  retentionOutput,
} from "./metrics.schemas.ts";
import { viewEngagement } from "./view-engagement.ts";
import { viewKFactor } from "./view-k-factor.ts";
import {
  viewCost,
  viewFunnel,
  viewGuardrails,
  viewInvites,
  viewRetention,
} from "./view-metrics.ts";

const reading = (path: `/metrics/${string}`, summary: string) =>
  procedure(admin, "admin:read")
    .meta({ openapi: { method: "GET", path, summary, tags: ["metrics"], protect: true } })
    .input(metricsInput);

export const metricsRouter = router({
  kFactor: reading("/metrics/k", "K with its inputs, interval and maturity")
    .output(kFactorOutput)
    .query(({ ctx, input }) => viewKFactor(ctx, input)),
  invites: reading("/metrics/invites", "Invites per person and first values per invite, by intake")
    .output(invitesOutput)
    .query(async ({ ctx, input }) => ({ rows: await viewInvites(ctx, input) })),
  funnel: reading("/metrics/funnel", "The invitees' way from sent to joined")
    .output(funnelOutput)
    .query(async ({ ctx, input }) => ({ rows: await viewFunnel(ctx, input) })),
  retention: reading("/metrics/retention", "Who came back after one and seven days, by intake")
    .output(retentionOutput)
    .query(async ({ ctx, input }) => ({ rows: await viewRetention(ctx, input) })),
  cost: reading("/metrics/cost", "Cost per rewarded first value, by intake")
    .output(costOutput)
    .query(async ({ ctx, input }) => ({ rows: await viewCost(ctx, input) })),
  engagement: reading("/metrics/engagement", "Active people, sessions and what is used, by day")
    .output(engagementOutput)
    .query(async ({ ctx, input }) => ({ rows: await viewEngagement(ctx, input) })),
  guardrails: reading("/metrics/guardrails", "Complaints, opt-outs, fraud and latency, by day")
    .output(guardrailsOutput)
    .query(async ({ ctx, input }) => ({ rows: await viewGuardrails(ctx, input) })),
});
