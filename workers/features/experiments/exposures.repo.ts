/** Queries of exposures and of the accounts' assignments. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type EventId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";

export interface NewExposure {
  experimentKey: string;
  visitorId: VisitorId;
  variant: string;
  phase: number;
  eventId: EventId;
  at: Date;
}

/** Written once for each person and experiment; a later one changes nothing. */
export function insertExposure(exposure: NewExposure): SQL {
  return sql`insert into exposures (experiment_key, visitor_id, variant, phase, at, event_id)
    values (${exposure.experimentKey}, ${toUuid(exposure.visitorId)}, ${exposure.variant},
      ${exposure.phase}, ${exposure.at.toISOString()}, ${toUuid(exposure.eventId)})
    on conflict do nothing`;
}

/** What the person was shown first: it stands, whoever else was quick. */
export function selectExposure({ experimentKey, visitorId }: NewExposure): SQL {
  return sql`select variant, phase from exposures
    where experiment_key = ${experimentKey} and visitor_id = ${toUuid(visitorId)}`;
}

export function wasExposedBy({ experimentKey, visitorId, eventId }: NewExposure): SQL {
  return sql`exists (select 1 from exposures where experiment_key = ${experimentKey}
    and visitor_id = ${toUuid(visitorId)} and event_id = ${toUuid(eventId)})`;
}

/** The account, where the person has one, carries the variant into every browser. */
export function assignAccount({ experimentKey, visitorId }: NewExposure): SQL {
  return sql`update users set assignments = users.assignments || jsonb_build_object(
      x.experiment_key, jsonb_build_object('variant', x.variant, 'phase', x.phase))
    from exposures x where x.experiment_key = ${experimentKey}
      and x.visitor_id = ${toUuid(visitorId)} and users.visitor_id = x.visitor_id`;
}

/** What the person saw as a guest goes into the new account. */
export async function adoptExposures(db: Db, userId: UserId): Promise<void> {
  await db.execute(sql`update users set assignments = users.assignments || seen.variants
    from (select x.visitor_id, jsonb_object_agg(x.experiment_key,
        jsonb_build_object('variant', x.variant, 'phase', x.phase)) as variants
      from exposures x join experiments e on e.key = x.experiment_key
        and e.state in ('running', 'paused') group by 1) as seen
    where users.id = ${toUuid(userId)} and seen.visitor_id = users.visitor_id`);
}

/** Accounts forget a stopped experiment: the session that carries them has to stay small. */
export function forgetAssignments(experimentKey: string): SQL {
  return sql`update users set assignments = assignments - ${experimentKey}::text
    where assignments ? ${experimentKey}::text
      and exists (select 1 from experiments where key = ${experimentKey} and state = 'stopped')`;
}
