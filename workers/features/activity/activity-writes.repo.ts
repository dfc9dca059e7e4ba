/** The activity feed in Postgres: the statements that write. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { ReactionKind } from "#shared/activity.ts";
import type { DomainEvent } from "#shared/events.ts";
import { type ActivityId, type EventId, fromUuid, toUuid, type UserId } from "#shared/ids.ts";
import { countsJson, maySee, selectTold, type Told, toTold, yoursColumn } from "./activity.repo.ts";
import type { ActivityLine } from "./activity-line.ts";

/** The activity event of a source event has its UUID. */
export function activityIdOf(eventId: EventId): ActivityId {
  return fromUuid("feed", toUuid(eventId));
}

/**
 * Adds a line, once for each event, to the feed and to the cohorts it is for. Answers it as others
 * may see it, also when it was there already; null for what is the person's alone.
 */
export async function addActivity(
  db: Db,
  event: DomainEvent,
  line: ActivityLine,
): Promise<Told | null> {
  const id = sql`${toUuid(activityIdOf(event.eventId))}::uuid`;
  const [, answer] = await db.batch([
    db.execute(insertLine(id, event, line)),
    db.execute(selectTold(sql`a.id = ${id}`)),
  ]);
  return answer.rows[0] ? toTold(answer.rows[0]) : null;
}

/** What somebody invisible, blocked or not yet admitted does stays theirs, also later. */
function insertLine(id: SQL, event: DomainEvent, line: ActivityLine): SQL {
  const createdAt = new Date(event.occurredAt).toISOString();
  const cohort = line.cohortId ? toUuid(line.cohortId) : null;
  return sql`with made as (
      insert into activity_events (id, type, actor_id, subject, visibility, props, created_at)
      select ${id}, ${line.type}::text, u.id, ${line.subject}::text,
        case when u.invisible or u.blocked_at is not null then 'private'
          when u.guardian_state = 'pending' and ${line.visibility}::text = 'public' then 'private'
          else ${line.visibility}::text end,
        ${JSON.stringify(line.props)}::jsonb, ${createdAt}::timestamptz
      from users u where u.id = ${toUuid(line.actorId)}::uuid
      on conflict do nothing returning id, actor_id, subject, created_at)
    insert into activity_places (cohort_id, activity_id, created_at)
    select c.id, made.id, made.created_at
    from made join cohort_members m on m.user_id = made.actor_id
    join cohorts c on c.id = m.cohort_id
    where (${cohort}::uuid is null or c.id = ${cohort}::uuid)
      and (made.subject is null or c.subject = made.subject)
    on conflict do nothing`;
}

export interface ReactionChange {
  activityId: ActivityId;
  personId: UserId;
  /** Null takes it back. */
  kind: ReactionKind | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** True when this very transaction changed the person's reaction: only then it is a fact. */
export function changedHere({ activityId, personId }: ReactionChange): SQL {
  return sql`exists (select 1 from activity_reactions where activity_id = ${toUuid(activityId)}::uuid
    and person_id = ${toUuid(personId)}::uuid and xmin = pg_current_xact_id()::xid)`;
}

/**
 * The statements of one reaction. The row's lock lets one after the other in, so that each next
 * version counts all before it. The last one answers `{v, counts, yours}`; no row where the person
 * may not see the activity event.
 */
export function changeReaction(change: ReactionChange): SQL[] {
  const { personId, kind, now } = change;
  const id = sql`${toUuid(change.activityId)}::uuid`;
  const person = sql`${toUuid(personId)}::uuid`;
  const seen = sql`activity_events a join users u on u.id = a.actor_id
    join users v on v.id = ${person} and v.blocked_at is null
    where a.id = ${id} and ${maySee(personId)}`;
  return [
    sql`select a.id from ${seen} for no key update of a`,
    sql`insert into activity_reactions (activity_id, person_id, kind, changed_at)
      select a.id, v.id, ${kind}::text, ${new Date(now).toISOString()}::timestamptz from ${seen}
        and (${kind}::text is not null or exists (select 1 from activity_reactions r
          where r.activity_id = a.id and r.person_id = v.id))
      on conflict (activity_id, person_id) do update
        set kind = excluded.kind, changed_at = excluded.changed_at
        where activity_reactions.kind is distinct from excluded.kind`,
    sql`update activity_events set reaction_version = reaction_version + 1
      where id = ${id} and ${changedHere(change)}`,
    sql`select a.reaction_version as v, ${countsJson} as counts, ${yoursColumn(personId)} as yours
      from ${seen}`,
  ];
}
