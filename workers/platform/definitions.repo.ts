/** Reads all flags and experiments as the edge keeps them. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Definitions, ExperimentDefinition, FlagDefinition } from "./definitions.ts";

/** One round trip. Drafts and experiments that have stopped are left out: nobody is in them. */
export async function readDefinitions(db: Db): Promise<Definitions> {
  const { rows } = await db.execute(sql`select
    (select count(*)::int from definition_changes) as revision,
    (select jsonb_object_agg(key, jsonb_build_object('key', key, 'enabled', enabled,
        'killed', killed_at is not null, 'defaultValue', default_value, 'offValue', off_value,
        'rules', rules, 'version', version)) from flags) as flags,
    (select jsonb_object_agg(key, jsonb_build_object('key', key, 'state', state, 'phase', phase,
        'variants', variants, 'trafficBp', traffic_bp, 'targeting', targeting,
        'namespace', namespace, 'version', version)) from experiments
      where state in ('running', 'paused')) as experiments`);
  const row = rows[0] ?? {};
  return {
    revision: Number(row["revision"] ?? 0),
    flags: (row["flags"] ?? {}) as Record<string, FlagDefinition>,
    experiments: (row["experiments"] ?? {}) as Record<string, ExperimentDefinition>,
  };
}
