/** Cohorts in Postgres: the statements that write. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { DomainEvent } from "#shared/events.ts";
import { type CohortId, toUuid, type UserId } from "#shared/ids.ts";
import { roomSizes } from "#shared/protocol/limits.ts";
import type { StoredFeedItem } from "./cohort.ts";
import { itemsOfEvent, toItem } from "./cohorts.repo.ts";
import type { FeedLine } from "./feed-line.ts";

/**
 * Takes the cohorts' row locks, in the order of ids. Members are counted only by a later statement
 * of the same transaction: it sees who joined while this one waited.
 */
export function lockCohorts(ids: readonly CohortId[]): SQL {
  const list = JSON.stringify(ids.map(toUuid));
  return sql`select id from cohorts
    where id in (select jsonb_array_elements_text(${list}::jsonb)::uuid) order by id for update`;
}

/**
 * Adds a person to a cohort that has room, and, for somebody who was invited, one line to the feed.
 * Run it after `lockCohorts`.
 */
export function insertMember(join: {
  cohortId: CohortId;
  userId: UserId;
  /** The `cohort.joined` event that tells of it, if it comes to that. */
  event: DomainEvent<"cohort.joined">;
  invited: boolean;
}): SQL {
  const { event } = join;
  const cohort = toUuid(join.cohortId);
  const joinedAt = new Date(event.occurredAt).toISOString();
  return sql`with joined as (
      insert into cohort_members (cohort_id, user_id, joined_at)
      select ${cohort}::uuid, ${toUuid(join.userId)}::uuid, ${joinedAt}::timestamptz
      where (select count(*) from cohort_members where cohort_id = ${cohort}::uuid)
        < ${roomSizes.cohortMembers}
      on conflict do nothing returning cohort_id, user_id, joined_at)
    insert into feed_items (id, cohort_id, type, actor_id, props, source_event_id, created_at)
    select ${feedId(event)}, cohort_id, 'friend_joined', user_id, '{}'::jsonb,
      ${toUuid(event.eventId)}::uuid, joined_at
    from joined where ${join.invited} on conflict do nothing`;
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

/**
 * Adds a line to the feed of each cohort that it is for and its person is in, once for each event.
 * Answers the items by slug, also when they were there already.
 */
export async function addFeedItems(
  db: Db,
  event: DomainEvent,
  line: FeedLine,
): Promise<{ slug: string; item: StoredFeedItem }[]> {
  const createdAt = new Date(event.occurredAt).toISOString();
  const insert = sql`insert into feed_items
      (id, cohort_id, type, actor_id, props, source_event_id, created_at)
    select ${feedId(event)}, c.id, ${line.type}::text, m.user_id,
      ${JSON.stringify(line.props)}::jsonb, ${toUuid(event.eventId)}::uuid, ${createdAt}::timestamptz
    from cohort_members m join cohorts c on c.id = m.cohort_id
    where m.user_id = ${toUuid(line.actorId)}
      and (${line.subject}::text is null or c.subject = ${line.subject}) on conflict do nothing`;
  const read = db.execute(itemsOfEvent(event.eventId));
  const [, answer] = await db.batch([db.execute(insert), read]);
  return answer.rows.map((row) => ({
    slug: String(row["slug"]),
    item: toItem(row["item"] as Parameters<typeof toItem>[0]),
  }));
}

/** The item's id follows from event and cohort: the event's UUIDv7 with the cohort's last 48 bits. */
function feedId(event: DomainEvent): SQL {
  const column = sql.raw(event.name === "cohort.joined" ? "cohort_id" : "c.id");
  return sql`overlay(${toUuid(event.eventId)}::text placing right(${column}::text, 12) from 25)::uuid`;
}
