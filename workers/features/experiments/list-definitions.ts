/** Lists experiments and flags for admins. */
import type { Ctx } from "../../platform/context.ts";
import { copyTargeting, experimentView } from "./experiment-view.ts";
import { listExperimentRows } from "./experiments.repo.ts";
import { listFlagRows } from "./flags.repo.ts";

export async function listExperiments(ctx: Ctx) {
  return { experiments: (await listExperimentRows(ctx.db)).map(experimentView) };
}

export async function listFlags(ctx: Ctx) {
  const rows = await listFlagRows(ctx.db);
  return {
    flags: rows.map((row) => ({
      ...row,
      rules: row.rules.map((rule) => ({ ...rule, targeting: copyTargeting(rule.targeting) })),
      killedAt: row.killedAt?.getTime() ?? null,
      updatedAt: row.updatedAt.getTime(),
    })),
  };
}
