/** Buddy challenges in Postgres: the link's signed params, the outcome, and who sees it. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { DomainEvent } from "#shared/events.ts";
import {
  type EventId,
  fromUuid,
  type LinkId,
  type RunId,
  toUuid,
  type UserId,
  type VisitorId,
} from "#shared/ids.ts";
import type { Try, Winner } from "./challenge.ts";
import type { Progress } from "./progress.ts";

/** What the inviter did, as the link's record says. */
export interface OpenChallenge extends Try {
  linkId: LinkId;
  inviterId: UserId;
  inviterVisitorId: VisitorId;
}

const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;

/**
 * One JSON value: the challenge of the link that the run came by, while that link was open and is
 * somebody else's; else null. The params are those that the server signed.
 */
export function openChallenge(event: DomainEvent<"deck.completed">): SQL {
  if (!event.linkId) return sql`null::jsonb`;
  const invitee = sql`${toUuid(event.visitorId)}::uuid`;
  const at = sql`${new Date(event.occurredAt).toISOString()}::timestamptz`;
  return sql`select jsonb_build_object('linkId', l.id, 'inviterId', i.id,
      'inviterVisitorId', i.visitor_id, 'score', (l.params #>> '{challenge,score}')::int,
      'durationMs', (l.params #>> '{challenge,durationMs}')::int)
    from smart_links l join users i on i.id = l.inviter_id
    where l.id = ${toUuid(event.linkId)}::uuid and l.loop = 'buddy_challenge'
      and l.destination = 'fvm.deck' and l.params ->> 'deckId' = ${event.props.deckId}
      and l.params -> 'challenge' is not null
      and l.expires_at > ${at} and (l.revoked_at is null or l.revoked_at > ${at})
      and i.visitor_id <> ${invitee} and not exists (select 1 from visitors v
        where v.id = ${invitee} and v.user_id = i.id)`;
}

export function toOpenChallenge(value: unknown): OpenChallenge | null {
  if (value === null || typeof value !== "object") return null;
  const row = value as Record<"linkId" | "inviterId" | "inviterVisitorId", string> & Try;
  return {
    linkId: fromUuid("link", row.linkId),
    inviterId: fromUuid("user", row.inviterId),
    inviterVisitorId: fromUuid("vis", row.inviterVisitorId),
    score: row.score,
    durationMs: row.durationMs,
  };
}

/** The invitee's earliest run by the link decides, in whatever order runs become known. */
export function storeChallenge(
  open: OpenChallenge,
  event: DomainEvent<"deck.completed">,
  outcome: { winner: Winner; eventId: EventId },
): SQL {
  const { deckId, runId, score, total, durationMs } = event.props;
  return sql`insert into challenges as c (link_id, invitee_visitor_id, inviter_visitor_id, deck_id,
      winner, inviter_score, inviter_duration_ms, invitee_score, invitee_duration_ms,
      invitee_run_id, total, decided_at, event_id)
    values (${toUuid(open.linkId)}, ${toUuid(event.visitorId)}, ${toUuid(open.inviterVisitorId)},
      ${deckId}, ${outcome.winner}, ${open.score}, ${open.durationMs}, ${score}, ${durationMs},
      ${toUuid(runId)}, ${total}, ${new Date(event.occurredAt).toISOString()},
      ${toUuid(outcome.eventId)})
    on conflict (link_id, invitee_visitor_id) do update set winner = excluded.winner,
      invitee_score = excluded.invitee_score, invitee_duration_ms = excluded.invitee_duration_ms,
      invitee_run_id = excluded.invitee_run_id, decided_at = excluded.decided_at
    where excluded.decided_at < c.decided_at`;
}

/** True in the one transaction that decided the challenge first. */
export function isDecidedBy(linkId: LinkId, invitee: VisitorId, eventId: EventId): SQL {
  return sql`exists (select 1 from challenges where link_id = ${toUuid(linkId)}::uuid
    and invitee_visitor_id = ${toUuid(invitee)}::uuid and event_id = ${toUuid(eventId)}::uuid)`;
}

/** A decided challenge from one side. `rival.alias` is null while the rival is a guest. */
export interface SeenChallenge {
  deckId: string;
  outcome: "won" | "lost" | "drawn";
  you: Try;
  rival: Try & { alias: string | null };
  total: number;
  /** The viewer's own run, where it is the invitee. */
  runId: RunId | null;
  decidedAt: number;
}

export interface OwnProgress {
  timezone: string;
  progress: Progress | null;
  challenges: { won: number; lost: number; drawn: number; latest: SeenChallenge[] };
}

const challengesShown = 10;

/** A person's progress and challenges, in one statement; null where there is no such account. */
export async function readOwnProgress(
  db: Db,
  person: { userId: UserId; visitorId: VisitorId },
): Promise<OwnProgress | null> {
  const me = sql`${toUuid(person.visitorId)}::uuid`;
  const answer = await db.execute(sql`with seen as (
      select c.*, c.invitee_visitor_id = ${me} as is_invitee,
        case when winner = 'nobody' then 'drawn'
          when (winner = 'invitee') = (c.invitee_visitor_id = ${me}) then 'won' else 'lost'
        end as outcome
      from challenges c where c.invitee_visitor_id = ${me} or c.inviter_visitor_id = ${me}),
    latest as (select * from seen order by decided_at desc, link_id limit ${challengesShown})
    select u.timezone, (select state from person_progress where visitor_id = ${me}) as state,
      (select jsonb_build_object('won', count(*) filter (where outcome = 'won'),
        'lost', count(*) filter (where outcome = 'lost'),
        'drawn', count(*) filter (where outcome = 'drawn')) from seen) as counts,
      (select coalesce(jsonb_agg(jsonb_build_object('deckId', l.deck_id, 'outcome', l.outcome,
          'isInvitee', l.is_invitee, 'inviter', jsonb_build_object('score', l.inviter_score,
            'durationMs', l.inviter_duration_ms),
          'invitee', jsonb_build_object('score', l.invitee_score,
            'durationMs', l.invitee_duration_ms),
          'alias', r.alias, 'total', l.total, 'runId', l.invitee_run_id,
          'decidedAt', ${ms(sql`l.decided_at`)}) order by l.decided_at desc, l.link_id), '[]')
        from latest l left join users r on r.visitor_id =
          case when l.is_invitee then l.inviter_visitor_id else l.invitee_visitor_id end) as latest
    from users u where u.id = ${toUuid(person.userId)}`);
  const row = answer.rows[0];
  if (!row) return null;
  const counts = row["counts"] as { won: number; lost: number; drawn: number };
  return {
    timezone: String(row["timezone"]),
    progress: (row["state"] as Progress | null) ?? null,
    challenges: { ...counts, latest: (row["latest"] as SeenJson[]).map(toSeen) },
  };
}

interface SeenJson extends Pick<SeenChallenge, "deckId" | "outcome" | "total" | "decidedAt"> {
  isInvitee: boolean;
  inviter: Try;
  invitee: Try;
  alias: string | null;
  runId: string;
}

function toSeen(row: SeenJson): SeenChallenge {
  const { isInvitee, inviter, invitee, alias, runId, ...seen } = row;
  return {
    ...seen,
    you: isInvitee ? invitee : inviter,
    rival: { ...(isInvitee ? inviter : invitee), alias },
    runId: isInvitee ? fromUuid("run", runId) : null,
  };
}
