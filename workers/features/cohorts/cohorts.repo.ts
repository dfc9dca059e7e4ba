/** Cohorts, their members and their feed in Postgres: the statements that read. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type CohortId, type EventId, fromUuid, toUuid, type UserId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { PagePosition } from "../../platform/page-cursor.ts";
import type { Cohort, CohortMember, StoredFeedItem } from "./cohort.ts";

export type CohortWithCount = Cohort & { members: number };

export interface CohortPage {
  cohort: Cohort;
  isMember: boolean;
  members: CohortMember[];
  /** Newest first. */
  feed: StoredFeedItem[];
}

const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;
const memberJson = sql`jsonb_build_object('userId', u.id, 'visitorId', u.visitor_id,
  'alias', u.alias, 'aliasVersion', u.alias_version, 'joinedAt', ${ms(sql`m.joined_at`)})`;
const itemJson = sql`jsonb_build_object('id', f.id, 'type', f.type, 'alias', u.alias,
  'props', f.props, 'createdAt', ${ms(sql`f.created_at`)}, 'visitorId', u.visitor_id)`;

/** A child whose guardian has not answered is on no list yet, nor in the feed. */
const isAdmitted = sql`u.guardian_state <> 'pending'`;

/** The cohorts a person is in, by name. */
export async function listCohortsOf(db: Db, userId: UserId): Promise<CohortWithCount[]> {
  const answer = await db.execute(sql`select c.id, c.slug, c.name, c.subject,
      (select count(*)::int from cohort_members n join users u on u.id = n.user_id and ${isAdmitted}
        where n.cohort_id = c.id) as members
    from cohort_members m join cohorts c on c.id = m.cohort_id
    where m.user_id = ${toUuid(userId)} order by c.name, c.id`);
  return answer.rows.map((row) => ({ ...toCohort(row), members: Number(row["members"]) }));
}

/** The cohort of that slug; null where there is none. */
export async function findCohort(db: Db, slug: string): Promise<Cohort | null> {
  const answer = await db.execute(
    sql`select id, slug, name, subject from cohorts where slug = ${slug}`,
  );
  return answer.rows[0] ? toCohort(answer.rows[0]) : null;
}

/** A cohort with all members and its newest feed items, in one statement; null where there is none. */
export async function readCohort(
  db: Db,
  slug: string,
  options: { viewer: UserId | null; feedLimit: number },
): Promise<CohortPage | null> {
  const viewer = options.viewer && toUuid(options.viewer);
  const answer = await db.execute(sql`select c.id, c.slug, c.name, c.subject,
      (select coalesce(jsonb_agg(${memberJson} order by m.joined_at, u.id), '[]')
        from cohort_members m join users u on u.id = m.user_id and ${isAdmitted}
        where m.cohort_id = c.id) as members,
      exists (select 1 from cohort_members m
        where m.cohort_id = c.id and m.user_id = ${viewer}::uuid) as is_member,
      (select coalesce(jsonb_agg(${itemJson} order by f.created_at desc, f.id desc), '[]')
        from (select * from feed_items where cohort_id = c.id
          order by created_at desc nulls last, id desc nulls last limit ${options.feedLimit}) f
        join users u on u.id = f.actor_id and ${isAdmitted}) as feed
    from cohorts c where c.slug = ${slug}`);
  const row = answer.rows[0];
  if (!row) return null;
  return {
    cohort: toCohort(row),
    isMember: row["is_member"] === true,
    members: (row["members"] as MemberJson[]).map(toMember),
    feed: (row["feed"] as ItemJson[]).map(toItem),
  };
}

/** A page of a cohort's feed, newest first; null where there is no such cohort. */
export async function listFeed(
  db: Db,
  slug: string,
  page: { before: PagePosition<"feed"> | null; limit: number },
): Promise<StoredFeedItem[] | null> {
  const { before, limit } = page;
  const older = before
    ? sql`and (created_at, id) <
        (${new Date(before.at).toISOString()}::timestamptz, ${toUuid(before.id)}::uuid)`
    : sql``;
  const answer = await db.execute(sql`select
      (select coalesce(jsonb_agg(${itemJson} order by f.created_at desc, f.id desc), '[]')
        from (select * from feed_items where cohort_id = c.id ${older}
          order by created_at desc nulls last, id desc nulls last limit ${limit}) f
        join users u on u.id = f.actor_id and ${isAdmitted}) as feed
    from cohorts c where c.slug = ${slug}`);
  const row = answer.rows[0];
  return row ? (row["feed"] as ItemJson[]).map(toItem) : null;
}

/** The inviter's cohorts (of that subject, where one is named) that the person is not in yet. */
export async function listCohortsToJoin(
  db: Db,
  input: { inviterId: UserId; userId: UserId; subject: Subject | null },
): Promise<Cohort[]> {
  const answer = await db.execute(sql`select c.id, c.slug, c.name, c.subject
    from cohort_members m join cohorts c on c.id = m.cohort_id
    where m.user_id = ${toUuid(input.inviterId)}
      and (${input.subject}::text is null or c.subject = ${input.subject})
      and not exists (select 1 from cohort_members o
        where o.cohort_id = c.id and o.user_id = ${toUuid(input.userId)})
    order by c.id`);
  return answer.rows.map(toCohort);
}

/** A cohort's slug, one of its members, and the feed item that this event made. */
export async function readNewMember(
  db: Db,
  input: { cohortId: CohortId; userId: UserId; eventId: EventId },
): Promise<{ slug: string; member: CohortMember; items: StoredFeedItem[] } | null> {
  const answer = await db.execute(sql`select c.slug, ${memberJson} as member,
      (select coalesce(jsonb_agg(${itemJson}), '[]') from feed_items f
        where f.source_event_id = ${toUuid(input.eventId)} and f.cohort_id = c.id) as items
    from cohort_members m join cohorts c on c.id = m.cohort_id
    join users u on u.id = m.user_id and ${isAdmitted}
    where m.cohort_id = ${toUuid(input.cohortId)} and m.user_id = ${toUuid(input.userId)}`);
  const row = answer.rows[0];
  if (!row) return null;
  return {
    slug: String(row["slug"]),
    member: toMember(row["member"] as MemberJson),
    items: (row["items"] as ItemJson[]).map(toItem),
  };
}

/** A person as a member of each of their cohorts, with the lines that came of joining it. */
export async function readMemberships(
  db: Db,
  userId: UserId,
): Promise<{ slug: string; member: CohortMember; joined: StoredFeedItem[] }[]> {
  const answer = await db.execute(sql`select c.slug, ${memberJson} as member,
      (select coalesce(jsonb_agg(${itemJson}), '[]') from feed_items f
        where f.actor_id = u.id and f.cohort_id = c.id and f.type = 'friend_joined') as joined
    from cohort_members m join cohorts c on c.id = m.cohort_id
    join users u on u.id = m.user_id and ${isAdmitted}
    where m.user_id = ${toUuid(userId)}::uuid order by c.slug`);
  return answer.rows.map((row) => ({
    slug: String(row["slug"]),
    member: toMember(row["member"] as MemberJson),
    joined: (row["joined"] as ItemJson[]).map(toItem),
  }));
}

/** The feed items that an event made, by the slug of their cohort. */
export function itemsOfEvent(eventId: EventId): SQL {
  return sql`select c.slug, ${itemJson} as item
    from feed_items f join cohorts c on c.id = f.cohort_id
    join users u on u.id = f.actor_id and ${isAdmitted}
    where f.source_event_id = ${toUuid(eventId)}`;
}

type MemberJson = Omit<CohortMember, "userId" | "visitorId"> & {
  userId: string;
  visitorId: string;
};
type ItemJson = StoredFeedItem["item"] & { id: string; visitorId: string };

export function toItem({ visitorId, id, ...item }: ItemJson): StoredFeedItem {
  const visible = { ...item, id: fromUuid("feed", id) };
  return { item: visible as StoredFeedItem["item"], visitorId: fromUuid("vis", visitorId) };
}

function toMember({ userId, visitorId, ...row }: MemberJson): CohortMember {
  return { userId: fromUuid("user", userId), visitorId: fromUuid("vis", visitorId), ...row };
}

function toCohort(row: Record<string, unknown>): Cohort {
  const { slug, name, subject } = row as { slug: string; name: string; subject: Subject };
  return { id: fromUuid("coh", String(row["id"])), slug, name, subject };
}
