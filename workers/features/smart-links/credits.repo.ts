/** Queries of invite credits: one inviter per invitee, provisional, fixed or refused. */
import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { inviteCredits, smartLinks } from "#db/schema/smart-links.ts";
import type { DomainEvent } from "#shared/events.ts";
import {
  type EventId,
  type Id,
  type LinkId,
  toUuid,
  type UserId,
  type VisitorId,
} from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";

export interface Credited {
  linkId: LinkId;
  loop: Loop;
  params: Record<string, unknown>;
  inviterId: UserId;
  inviterVisitorId: VisitorId;
}

/** Who would be credited for this invitee: by the credit that stands, else by this link. */
export async function findCredited(
  db: Db,
  invitee: VisitorId,
  linkId: LinkId | null,
): Promise<Credited | null> {
  const [row] = await db
    .select({
      linkId: smartLinks.id,
      loop: smartLinks.loop,
      params: smartLinks.params,
      inviterId: smartLinks.inviterId,
      inviterVisitorId: users.visitorId,
    })
    .from(smartLinks)
    .innerJoin(users, eq(users.id, smartLinks.inviterId))
    .leftJoin(
      inviteCredits,
      and(eq(inviteCredits.linkId, smartLinks.id), eq(inviteCredits.inviteeVisitorId, invitee)),
    )
    .where(
      linkId
        ? or(isNotNull(inviteCredits.id), eq(smartLinks.id, linkId))
        : isNotNull(inviteCredits.id),
    )
    .orderBy(sql`${inviteCredits.id} is null`)
    .limit(1);
  return row ?? null;
}

/**
 * Credits the link's inviter provisionally, or stores why not. The unique key on the invitee
 * settles a race of two inviters; a repeated event finds its own row and changes nothing.
 */
export function insertCredit(
  creditId: Id<"credit">,
  event: DomainEvent<"fvm.reached">,
  linkId: LinkId,
): SQL {
  const invitee = sql`${toUuid(event.visitorId)}::uuid`;
  return creditUnless(
    sql`case
      when ${isOwnBrowser(invitee)} then 'self_invite'
      when ${isBlocked(invitee)} then 'blocked'
      when exists (select 1 from users u where u.visitor_id = ${invitee} and u.created_at < l.created_at)
        or exists (select 1 from first_values f where f.visitor_id = ${invitee}
          and f.reached_at < l.created_at) then 'already_active'
      end`,
    creditId,
    event,
    linkId,
  );
}

/** The credit of the event's person by that link; refused where `refusal` is not null. */
function creditUnless(
  refusal: SQL,
  creditId: Id<"credit">,
  event: DomainEvent,
  linkId: LinkId,
): SQL {
  const at = new Date(event.occurredAt).toISOString();
  return sql`insert into invite_credits (id, invitee_visitor_id, link_id, inviter_id, loop, state,
      refusal, source_event_id, created_at)
    select ${toUuid(creditId)}::uuid, ${toUuid(event.visitorId)}::uuid, l.id, l.inviter_id, l.loop,
      case when why.refusal is null then 'provisional' else 'refused' end, why.refusal,
      ${toUuid(event.eventId)}::uuid, ${at}::timestamptz
    from smart_links l join users inviter on inviter.id = l.inviter_id
    cross join lateral (select ${refusal} as refusal) why
    where l.id = ${toUuid(linkId)}::uuid on conflict do nothing`;
}

/** The inviter, in whatever browser they were ever signed in. */
function isOwnBrowser(invitee: SQL): SQL {
  return sql`(inviter.visitor_id = ${invitee} or exists (select 1 from visitors v
    where v.id = ${invitee} and v.user_id = inviter.id))`;
}

/** An operator has blocked one of the two accounts. */
function isBlocked(invitee: SQL): SQL {
  return sql`(inviter.blocked_at is not null or exists (select 1 from users u
    left join visitors v on v.user_id = u.id
    where (u.visitor_id = ${invitee} or v.id = ${invitee}) and u.blocked_at is not null))`;
}

/** Marks the invitee's credit with its `invite.fvm` event, once, unless it was refused. */
export function markFirstValue(invitee: VisitorId, eventId: EventId): SQL {
  return sql`update invite_credits set fvm_event_id = ${toUuid(eventId)}::uuid
    where invitee_visitor_id = ${toUuid(invitee)}::uuid and state <> 'refused'
      and fvm_event_id is null`;
}

/** True in the one transaction whose event marked the credit. */
export function isMarkedBy(
  invitee: VisitorId,
  mark: "fvm_event_id" | "joined_event_id",
  eventId: EventId,
): SQL {
  return sql`exists (select 1 from invite_credits
    where invitee_visitor_id = ${toUuid(invitee)}::uuid
      and ${sql.identifier(mark)} = ${toUuid(eventId)}::uuid)`;
}

/**
 * Fixes the credit of somebody who joined, while the link may still bring people: not expired, not
 * revoked, below its `maxJoins`. Checked here, in one transaction, and nowhere before. The credit
 * is locked first: who waits for it finds it fixed, and does not count on the link again.
 */
export function fixCredit(invitee: VisitorId, joinedAt: Date, eventId: EventId): SQL {
  const at = joinedAt.toISOString();
  const person = sql`${toUuid(invitee)}::uuid`;
  const blocked = sql`exists (select 1 from users inviter
    where inviter.id = c.inviter_id and ${isBlocked(person)})`;
  return sql`with mine as (
      select id, link_id, inviter_id from invite_credits
      where invitee_visitor_id = ${person} and state = 'provisional' for update),
    taken as (
      update smart_links l set joins = l.joins + 1 from mine c
      where l.id = c.link_id and not ${blocked} and l.expires_at > ${at}::timestamptz
        and (l.revoked_at is null or l.revoked_at > ${at}::timestamptz)
        and (l.max_joins is null or l.joins < l.max_joins)
      returning c.id)
    update invite_credits c set
      state = case when taken.id is null then 'refused' else 'fixed' end,
      refusal = case when taken.id is not null then null
        when ${blocked} then 'blocked' else 'link_closed' end,
      joined_event_id = case when taken.id is null then null else ${toUuid(eventId)}::uuid end,
      fixed_at = ${at}::timestamptz
    from mine left join taken on taken.id = mine.id where c.id = mine.id`;
}

/** A join by a link without a first value: the credit is made and fixed at once. */
export function insertJoinCredit(
  creditId: Id<"credit">,
  event: DomainEvent<"person.joined">,
  linkId: LinkId,
): SQL {
  const invitee = sql`${toUuid(event.visitorId)}::uuid`;
  return creditUnless(
    sql`case
      when inviter.visitor_id = ${invitee} then 'self_invite'
      when ${isBlocked(invitee)} then 'blocked' end`,
    creditId,
    event,
    linkId,
  );
}
