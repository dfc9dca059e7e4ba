/** Friendships in Postgres: the statements that write, each conditional, to be run as one transaction. */
import { type SQL, sql } from "drizzle-orm";
import type { DomainEvent } from "#shared/events.ts";
import { toUuid, type UserId } from "#shared/ids.ts";
import { lacksGuardian } from "./friends.repo.ts";
import {
  type FriendOrigin,
  type FriendshipId,
  maxOpenAsks,
  pairOf,
  quietMs,
} from "./friendship.ts";

/** One statement of a transaction, not run yet. */
export type Statement = SQL;

/** One of a pair, who acts; `now` in milliseconds since 1970. */
export interface Acting {
  me: UserId;
  other: UserId;
  now: number;
}

const uuid = (id: UserId | FriendshipId) => sql`${toUuid(id)}::uuid`;
const time = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;

function isPair(one: UserId, other: UserId): SQL {
  const { low, high } = pairOf(one, other);
  return sql`f.low_id = ${uuid(low)} and f.high_id = ${uuid(high)}`;
}

/** The columns of the one who acts, and of the other one. */
function columns({ me, other }: Acting) {
  const mine = pairOf(me, other).low === me ? "low" : "high";
  const theirs = mine === "low" ? "high" : "low";
  return {
    agreed: sql.identifier(`${mine}_agreed_at`),
    theirAgreed: sql.identifier(`${theirs}_agreed_at`),
  };
}

/** A first row for the pair, where nobody stands in it yet: both may agree. */
export function insertPair(
  id: FriendshipId,
  origin: FriendOrigin,
  acting: Acting,
  onlyIf: SQL = sql`true`,
): SQL {
  const { low, high } = pairOf(acting.me, acting.other);
  const now = time(acting.now);
  return sql`insert into friendships (id, low_id, high_id, origin, created_at, changed_at)
    select ${uuid(id)}, ${uuid(low)}, ${uuid(high)}, ${origin}, ${now}, ${now} where ${onlyIf}
    on conflict do nothing`;
}

/** False for somebody who waits for too many answers already. */
export function mayAskMore({ me }: Acting): SQL {
  return sql`(select count(*) from friendships f where f.made_at is null and f.ended_at is null
    and ((f.low_id = ${uuid(me)} and f.low_agreed_at is not null)
      or (f.high_id = ${uuid(me)} and f.high_agreed_at is not null))) < ${maxOpenAsks}`;
}

/** Begins anew what I ended myself, or what the other one ended long enough ago. */
export function reopenPair(acting: Acting, origin: FriendOrigin): SQL {
  const { me, other, now } = acting;
  return sql`update friendships f set origin = ${origin}, low_agreed_at = null,
      high_agreed_at = null, low_guardian_at = null, high_guardian_at = null, made_at = null,
      made_event_id = null, ended_at = null, ended_by = null, quiet_ask_at = null,
      changed_at = ${time(now)}
    where ${isPair(me, other)} and f.ended_at is not null
      and (f.ended_by = ${uuid(me)} or f.ended_at <= ${time(now - quietMs)})`;
}

/** What the other one ended stays ended; I see my request as if it were only unanswered. */
export function askQuietly({ me, other, now }: Acting): SQL {
  return sql`update friendships f set quiet_ask_at = coalesce(f.quiet_ask_at, ${time(now)}),
      changed_at = ${time(now)}
    where ${isPair(me, other)} and f.ended_at is not null and f.ended_by <> ${uuid(me)}`;
}

/** My yes, once. */
export function agree(acting: Acting): SQL {
  const { agreed } = columns(acting);
  return sql`update friendships f set ${agreed} = ${time(acting.now)}, changed_at = ${time(acting.now)}
    where ${isPair(acting.me, acting.other)} and f.${agreed} is null
      and f.made_at is null and f.ended_at is null`;
}

/** The guardian's yes for each of the two that is this guardian's child. */
export function agreeAsGuardian(guardian: UserId, { me, other, now }: Acting): SQL {
  const mine = (id: SQL) =>
    sql`exists (select 1 from users c where c.id = ${id} and c.guardian_id = ${uuid(guardian)})`;
  return sql`update friendships f set changed_at = ${time(now)},
      low_guardian_at = case when ${mine(sql`f.low_id`)}
        then coalesce(f.low_guardian_at, ${time(now)}) else f.low_guardian_at end,
      high_guardian_at = case when ${mine(sql`f.high_id`)}
        then coalesce(f.high_guardian_at, ${time(now)}) else f.high_guardian_at end
    where ${isPair(me, other)} and f.made_at is null and f.ended_at is null`;
}

/** Makes the two friends, once, where both agreed and no guardian's yes is missing. */
export function makeFriends({ me, other, now }: Acting, event: DomainEvent<"friends.made">): SQL {
  return sql`update friendships f set made_at = ${time(now)}, changed_at = ${time(now)},
      made_event_id = ${toUuid(event.eventId)}::uuid
    where ${isPair(me, other)} and f.made_at is null and f.ended_at is null
      and f.low_agreed_at is not null and f.high_agreed_at is not null
      and not ${lacksGuardian("low", now)} and not ${lacksGuardian("high", now)}`;
}

/** True in the one transaction whose event made the two friends. */
export function isMadeBy({ me, other }: Acting, event: DomainEvent<"friends.made">): SQL {
  return sql`exists (select 1 from friendships f
    where ${isPair(me, other)} and f.made_event_id = ${toUuid(event.eventId)}::uuid)`;
}

/** Where the pair is now: what the one who acts is answered. */
export function whereItStands(acting: Acting): SQL {
  const { agreed } = columns(acting);
  return sql`select f.id, f.made_at is not null and f.ended_at is null as made,
      f.${agreed} is not null and f.ended_at is null as agreed
    from friendships f where ${isPair(acting.me, acting.other)}`;
}

/** Takes back a request that nobody has answered, as if it had never been. */
export function takeBack(acting: Acting): SQL {
  const { agreed, theirAgreed } = columns(acting);
  return sql`delete from friendships f where ${isPair(acting.me, acting.other)}
    and f.${agreed} is not null and f.${theirAgreed} is null
    and f.made_at is null and f.ended_at is null`;
}

/** Declines or removes. Somebody who had asked still sees the request, and never a no. */
export function endPair(acting: Acting): SQL {
  const { theirAgreed } = columns(acting);
  return sql`update friendships f set ended_at = ${time(acting.now)}, ended_by = ${uuid(acting.me)},
      changed_at = ${time(acting.now)}, quiet_ask_at = case
        when f.made_at is null and f.${theirAgreed} is not null then ${time(acting.now)} end
    where ${isPair(acting.me, acting.other)} and f.ended_at is null`;
}

/** Takes back a request that only I still see. */
export function forgetQuietAsk({ me, other }: Acting): SQL {
  return sql`update friendships f set quiet_ask_at = null
    where ${isPair(me, other)} and f.ended_at is not null and f.ended_by <> ${uuid(me)}`;
}
