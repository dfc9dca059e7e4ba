/** What the metrics page is told. */
import type { Outputs } from "#app/trpc.ts";

export type KView = Outputs["metrics"]["kFactor"];
