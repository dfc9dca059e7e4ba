/** The activity feed in Postgres: the statements that read. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { ActivityType, ReactionCounts, ReactionKind } from "#shared/activity.ts";
import { type ActivityId, fromUuid, toUuid, type UserId } from "#shared/ids.ts";
import type { PagePosition } from "../../platform/page-cursor.ts";
import type { ActivityRow, Audience, FeedScope, StoredActivity } from "./activity.ts";

/** `limit` rows after `before`, newest first; of one type, or of all. */
export interface FeedQuery {
  scope: FeedScope;
  type: ActivityType | null;
  before: PagePosition<"feed"> | null;
  limit: number;
  viewer: UserId | null;
}

const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;

/** Nobody sees a child whose guardian has not answered, nor whom an operator has blocked. */
const isShown = sql`u.guardian_state <> 'pending' and u.blocked_at is null`;

const itemColumns = sql`a.id, a.type, u.alias, a.props, u.visitor_id as "visitorId",
  ${ms(sql`a.created_at`)} as "createdAt"`;

/** Counted from the rows themselves: there is no counter that could drift from them. */
export const countsJson = sql`(select coalesce(jsonb_object_agg(k.kind, k.n), '{}') from (
  select r.kind, count(*)::int as n from activity_reactions r
  where r.activity_id = a.id and r.kind is not null group by r.kind) k)`;

export const yoursColumn = (viewer: UserId | null) => sql`(select r.kind from activity_reactions r
  where r.activity_id = a.id and r.person_id = ${viewer && toUuid(viewer)}::uuid)`;

/** True for an activity event that the person may see somewhere. Needs `a` and its person `u`. */
export function maySee(viewer: UserId): SQL {
  const id = sql`${toUuid(viewer)}::uuid`;
  return sql`(a.actor_id = ${id} or (${isShown} and (a.visibility = 'public'
    or (a.visibility = 'cohort' and exists (select 1 from activity_places p
      join cohort_members m on m.cohort_id = p.cohort_id and m.user_id = ${id}
      where p.activity_id = a.id)))))`;
}

/** A page of the feed in one statement; null where there is no such cohort. */
export async function readFeed(db: Db, query: FeedQuery): Promise<ActivityRow[] | null> {
  const { from, order } = source(query);
  const cohort = query.scope.kind === "cohort" ? query.scope.slug : null;
  const answer = await db.execute(sql`select
      ${cohort}::text is null or exists (select 1 from cohorts where slug = ${cohort}) as known,
      (select coalesce(jsonb_agg(to_jsonb(page) order by page."createdAt" desc, page.id desc), '[]')
        from (select ${itemColumns}, a.reaction_version as v, ${countsJson} as counts,
            ${yoursColumn(query.viewer)} as yours
          ${from} order by ${order} limit ${query.limit}) page) as items`);
  const row = answer.rows[0];
  return row?.["known"] === true ? (row["items"] as RowJson[]).map(toRow) : null;
}

/** Each scope walks along an index of its own. */
function source({ scope, type, before, viewer }: FeedQuery): { from: SQL; order: SQL } {
  const ofType = type ? sql`and a.type = ${type}` : sql``;
  const own = viewer && toUuid(viewer);
  const [at, id] =
    scope.kind === "cohort"
      ? [sql`p.created_at`, sql`p.activity_id`]
      : [sql`a.created_at`, sql`a.id`];
  const order = sql`${at} desc nulls last, ${id} desc nulls last`;
  const older = before
    ? sql`and (${at}, ${id}) <
        (${new Date(before.at).toISOString()}::timestamptz, ${toUuid(before.id)}::uuid)`
    : sql``;
  const rows = sql`activity_events a join users u on u.id = a.actor_id`;
  if (scope.kind === "mine") {
    return { from: sql`from ${rows} where a.actor_id = ${own}::uuid ${ofType} ${older}`, order };
  }
  if (scope.kind === "cohort") {
    const isMember = sql`exists (select 1 from cohort_members m
      where m.cohort_id = c.id and m.user_id = ${own}::uuid)`;
    const from = sql`from cohorts c join activity_places p on p.cohort_id = c.id
      join activity_events a on a.id = p.activity_id join users u on u.id = a.actor_id
      where c.slug = ${scope.slug} and ${isShown} ${ofType} ${older}
        and (a.visibility = 'public' or (a.visibility = 'cohort' and ${isMember}))`;
    return { from, order };
  }
  const subject = scope.kind === "subject" ? sql`and a.subject = ${scope.subject}` : sql``;
  const from = sql`from ${rows}
    where a.visibility = 'public' and ${isShown} ${subject} ${ofType} ${older}`;
  return { from, order };
}

const cohortsOf = sql`(select coalesce(jsonb_agg(c.slug order by c.slug), '[]')
  from activity_places p join cohorts c on c.id = p.cohort_id where p.activity_id = a.id) as cohorts`;

/** The item as others may be told of it, and where; no row for what is the person's alone. */
export function selectTold(where: SQL): SQL {
  return sql`select ${itemColumns}, a.visibility, a.subject, ${cohortsOf}
    from activity_events a join users u on u.id = a.actor_id and ${isShown}
    where a.visibility <> 'private' and ${where}`;
}

export type Told = StoredActivity & Audience;

export function toTold(row: Record<string, unknown>): Told {
  const { visibility, subject, cohorts, ...item } = row as unknown as ItemJson & Audience;
  return { ...toItem(item), visibility, subject, cohorts };
}

/** The lines that tell of somebody's coming into their cohorts. */
export async function listJoins(db: Db, userId: UserId): Promise<Told[]> {
  const own = sql`a.actor_id = ${toUuid(userId)}::uuid and a.type = 'friend_joined'`;
  return (await db.execute(selectTold(own))).rows.map(toTold);
}

/** The reactions as they are now, and who is to hear of them; null for what nobody may see. */
export async function readReactionNews(
  db: Db,
  id: ActivityId,
): Promise<(Audience & { counts: ReactionCounts; v: number }) | null> {
  const answer = await db.execute(sql`select a.visibility, a.subject, ${cohortsOf},
      a.reaction_version as v, ${countsJson} as counts
    from activity_events a join users u on u.id = a.actor_id and ${isShown}
    where a.visibility <> 'private' and a.id = ${toUuid(id)}::uuid`);
  const row = answer.rows[0];
  return row ? (row as unknown as Audience & { counts: ReactionCounts; v: number }) : null;
}

type ItemJson = StoredActivity["item"] & { id: string; visitorId: string };
type RowJson = ItemJson & { counts: ReactionCounts; yours: ReactionKind | null; v: number };

function toItem({ visitorId, id, ...item }: ItemJson): StoredActivity {
  const visible = { ...item, id: fromUuid("feed", id) };
  return { item: visible as StoredActivity["item"], visitorId: fromUuid("vis", visitorId) };
}

function toRow({ counts, yours, v, ...item }: RowJson): ActivityRow {
  return { ...toItem(item), reactions: { counts, yours, v } };
}
