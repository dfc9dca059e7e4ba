/** Cohorts in Postgres: the statements that write. */
import { type SQL, sql } from "drizzle-orm";
import { type CohortId, toUuid, type UserId } from "#shared/ids.ts";
import { roomSizes } from "#shared/protocol/limits.ts";

/**
 * Takes the cohorts' row locks, in the order of ids. Members are counted only by a later statement
 * of the same transaction: it sees who joined while this one waited.
 */
export function lockCohorts(ids: readonly CohortId[]): SQL {
  const list = JSON.stringify(ids.map(toUuid));
  return sql`select id from cohorts
    where id in (select jsonb_array_elements_text(${list}::jsonb)::uuid) order by id for update`;
}

/** Adds a person to a cohort that has room. Run it after `lockCohorts`. */
export function insertMember(join: {
  cohortId: CohortId;
  userId: UserId;
  /** Milliseconds since 1970. */
  joinedAt: number;
}): SQL {
  const cohort = toUuid(join.cohortId);
  const joinedAt = new Date(join.joinedAt).toISOString();
  return sql`insert into cohort_members (cohort_id, user_id, joined_at)
    select ${cohort}::uuid, ${toUuid(join.userId)}::uuid, ${joinedAt}::timestamptz
    where (select count(*) from cohort_members where cohort_id = ${cohort}::uuid)
      < ${roomSizes.cohortMembers}
    on conflict do nothing`;
}

/** True when this very transaction made the person a member: only then it is a fact. */
export function joinedHere(cohortId: CohortId, userId: UserId): SQL {
  return sql`exists (select 1 from cohort_members where cohort_id = ${toUuid(cohortId)}
    and user_id = ${toUuid(userId)} and xmin = pg_current_xact_id()::xid)`;
}

/** True when the person is a member. */
export function membership(cohortId: CohortId, userId: UserId): SQL {
  return sql`select 1 from cohort_members
    where cohort_id = ${toUuid(cohortId)} and user_id = ${toUuid(userId)}`;
}
