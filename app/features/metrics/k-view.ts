/** What the metrics page is told. */
import type { Outputs } from "#app/trpc.ts";
import type { Filters } from "./read-filters.ts";

type Metrics = Outputs["metrics"];
export type KView = Metrics["kFactor"];

export interface MetricsView {
  filters: Filters;
  k: KView;
  funnel: Metrics["funnel"]["rows"];
  retention: Metrics["retention"]["rows"];
  cost: Metrics["cost"]["rows"];
  engagement: Metrics["engagement"]["rows"];
  guardrails: Metrics["guardrails"]["rows"];
}
