/** Inboxes in Postgres. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { DomainEvent } from "#shared/events.ts";
import { fromUuid, toUuid, type UserId } from "#shared/ids.ts";
import type { PagePosition } from "../../platform/page-cursor.ts";
import type { Inbox, InboxItem } from "./inbox.ts";
import type { Notice } from "./notice.ts";

/** Once for each event and person. */
export async function addNotices(
  db: Db,
  event: DomainEvent,
  list: readonly Notice[],
): Promise<void> {
  const rows = list.map(
    ({ userId, type, props }) =>
      sql`(${toUuid(userId)}::uuid, ${type}::text, ${JSON.stringify(props)}::jsonb)`,
  );
  await db.execute(sql`insert into notices (user_id, event_id, type, props, created_at)
    select n.user_id, ${toUuid(event.eventId)}::uuid, n.type, n.props,
      ${new Date(event.occurredAt).toISOString()}::timestamptz
    from (values ${sql.join(rows, sql`, `)}) as n (user_id, type, props)
    join users u on u.id = n.user_id
    on conflict do nothing`);
}

/** A page, newest first, with the count of all that is unread: one statement. */
export async function readInbox(
  db: Db,
  userId: UserId,
  { before, limit }: { before: PagePosition<"evt"> | null; limit: number },
): Promise<Inbox> {
  const me = sql`${toUuid(userId)}::uuid`;
  const older = before
    ? sql`and (created_at, event_id) <
        (${new Date(before.at).toISOString()}::timestamptz, ${toUuid(before.id)}::uuid)`
    : sql``;
  const answer = await db.execute(sql`select
    (select count(*)::int from notices where user_id = ${me} and read_at is null) as unread,
    (select coalesce(json_agg(page), '[]') from (
      select event_id, type, props, read_at is not null as read,
        (extract(epoch from created_at) * 1000)::float8 as at
      from notices where user_id = ${me} ${older}
      order by created_at desc, event_id desc limit ${limit}) page) as items`);
  const row = answer.rows[0] ?? {};
  const items = (row["items"] ?? []) as Record<string, unknown>[];
  return { unread: Number(row["unread"] ?? 0), items: items.map(toItem) };
}

function toItem(row: Record<string, unknown>): InboxItem {
  return {
    id: fromUuid("evt", String(row["event_id"])),
    type: row["type"] as InboxItem["type"],
    props: row["props"] as InboxItem["props"],
    at: Math.round(Number(row["at"])),
    read: row["read"] === true,
  };
}

/** Marks what came until then (milliseconds since 1970) as read; answers how many notices. */
export async function markRead(
  db: Db,
  userId: UserId,
  { until, now }: { until: number; now: number },
): Promise<number> {
  const answer = await db.execute(sql`update notices
    set read_at = ${new Date(now).toISOString()}::timestamptz
    where user_id = ${toUuid(userId)}::uuid and read_at is null
      and created_at <= ${new Date(until).toISOString()}::timestamptz
    returning event_id`);
  return answer.rows.length;
}
