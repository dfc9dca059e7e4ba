/** Queries of runs and first values. */
import { and, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { users } from "#db/schema/people.ts";
import { smartLinks } from "#db/schema/smart-links.ts";
import {
  type EventId,
  type LinkId,
  type RunId,
  toUuid,
  type UserId,
  type VisitorId,
} from "#shared/ids.ts";
import type { Loop, Subject } from "#shared/vocabulary.ts";
import type { Answer, DeckRun } from "./deck-run.ts";

export const runColumns = {
  runId: deckRuns.id,
  deckId: deckRuns.deckId,
  startedAt: deckRuns.startedAt,
  answers: deckRuns.answers,
  completedAt: deckRuns.completedAt,
  score: deckRuns.score,
  durationMs: deckRuns.durationMs,
  flagged: deckRuns.flagged,
};

type RunRow = Omit<DeckRun, "startedAt" | "completedAt"> & {
  startedAt: Date;
  completedAt: Date | null;
};

export function toRun(row: RunRow): DeckRun {
  return {
    ...row,
    startedAt: row.startedAt.getTime(),
    completedAt: row.completedAt?.getTime() ?? null,
  };
}

/** Whose runs: a guest's (by browser), or an account's with what its guest has left. */
export interface RunOwner {
  visitorId: VisitorId;
  userId: UserId | null;
}

/** A guest in the browser of somebody who signed out does not see the account's runs. */
export function ownedBy({ visitorId, userId }: RunOwner) {
  const unclaimed = isNull(deckRuns.userId);
  return and(
    eq(deckRuns.visitorId, visitorId),
    userId ? or(unclaimed, eq(deckRuns.userId, userId)) : unclaimed,
  );
}

/** The open run of a person with a deck, else the latest finished one. */
function currentRun(db: Db, owner: RunOwner, deckId: string) {
  return db
    .select(runColumns)
    .from(deckRuns)
    .where(and(ownedBy(owner), eq(deckRuns.deckId, deckId)))
    .orderBy(sql`${deckRuns.completedAt} is null desc`, desc(deckRuns.startedAt))
    .limit(1);
}

/** The current run and the link's params with its inviter's alias, in one round trip. */
export async function findLanding(
  db: Db,
  owner: RunOwner,
  deckId: string,
  linkId: LinkId | null,
): Promise<{ run: DeckRun | null; link: { alias: string; params: unknown } | null }> {
  const runs = currentRun(db, owner, deckId);
  if (!linkId) {
    const [row] = await runs;
    return { run: row ? toRun(row) : null, link: null };
  }
  const invitation = db
    .select({ alias: users.alias, params: smartLinks.params })
    .from(smartLinks)
    .innerJoin(users, eq(users.id, smartLinks.inviterId))
    .where(eq(smartLinks.id, linkId));
  const [runRows, linkRows] = await db.batch([runs, invitation]);
  return { run: runRows[0] ? toRun(runRows[0]) : null, link: linkRows[0] ?? null };
}

export interface NewRun {
  runId: RunId;
  deckId: string;
  subject: Subject;
  visitorId: VisitorId;
  userId: UserId | null;
  linkId: LinkId | null;
  loop: Loop | null;
  startedAt: Date;
  total: number;
}

/** Makes the visitor and the run where they are missing: one open run a person and deck. */
export function insertRun(run: NewRun): SQL[] {
  const startedAt = run.startedAt.toISOString();
  const link = run.linkId && toUuid(run.linkId);
  return [
    sql`insert into visitors (id, created_at, first_link_id, first_touch_at)
      values (${toUuid(run.visitorId)}, ${startedAt}, ${link},
        ${link && startedAt}) on conflict do nothing`,
    sql`insert into deck_runs (id, deck_id, subject, visitor_id, user_id, link_id, loop, started_at,
        total)
      values (${toUuid(run.runId)}, ${run.deckId}, ${run.subject}, ${toUuid(run.visitorId)},
        ${run.userId && toUuid(run.userId)}, ${link}, ${run.loop}, ${startedAt}, ${run.total})
      on conflict do nothing`,
  ];
}

export function runExists(runId: RunId): SQL {
  return sql`exists (select 1 from deck_runs where id = ${toUuid(runId)}::uuid)`;
}

export async function findCurrentRun(db: Db, owner: RunOwner, deckId: string) {
  const [row] = await currentRun(db, owner, deckId);
  return row ? toRun(row) : null;
}

interface OwnRun extends RunOwner {
  runId: RunId;
  deckId: string;
}

const isOwn = (run: OwnRun) =>
  and(eq(deckRuns.id, run.runId), eq(deckRuns.deckId, run.deckId), ownedBy(run));

/** Stores the first answer to a question; answers the run, or null when nothing was changed. */
export async function storeAnswer(
  db: Db,
  run: OwnRun,
  questionId: string,
  answer: Answer,
): Promise<DeckRun | null> {
  const [row] = await db
    .update(deckRuns)
    .set({
      answers: sql`${deckRuns.answers} || ${JSON.stringify({ [questionId]: answer })}::jsonb`,
    })
    .where(
      and(
        isOwn(run),
        isNull(deckRuns.completedAt),
        sql`not jsonb_exists(${deckRuns.answers}, ${questionId})`,
      ),
    )
    .returning(runColumns);
  return row ? toRun(row) : null;
}

/** A person's own run, with the link it began with. */
export async function findOwnRun(db: Db, run: OwnRun) {
  const [row] = await db
    .select({ ...runColumns, linkId: deckRuns.linkId, loop: deckRuns.loop })
    .from(deckRuns)
    .where(isOwn(run));
  return row ? { ...toRun(row), linkId: row.linkId, loop: row.loop } : null;
}

export interface Completion {
  runId: RunId;
  deckId: string;
  visitorId: VisitorId;
  userId: UserId | null;
  completedAt: Date;
  completedEventId: EventId;
  firstValueEventId: EventId;
  score: number;
  durationMs: number;
  flagged: boolean;
}

/** Completes an open run, and notes the first value where it is the first with that deck. */
export function completeRun(done: Completion): SQL[] {
  const at = done.completedAt.toISOString();
  return [
    sql`update deck_runs set completed_at = ${at}, completed_event_id = ${toUuid(done.completedEventId)},
        user_id = coalesce(user_id, ${done.userId && toUuid(done.userId)}::uuid),
        score = ${done.score}, duration_ms = ${done.durationMs}, flagged = ${done.flagged}
      where id = ${toUuid(done.runId)} and completed_at is null`,
    sql`insert into first_values (visitor_id, deck_id, run_id, event_id, reached_at)
      select visitor_id, deck_id, id, ${toUuid(done.firstValueEventId)}::uuid, ${at}::timestamptz
      from deck_runs where ${completedBy(done.runId, done.completedEventId)}
      on conflict do nothing`,
  ];
}

/** True in the one transaction whose event completed the run. */
export function completedBy(runId: RunId, eventId: EventId): SQL {
  return sql`id = ${toUuid(runId)}::uuid and completed_event_id = ${toUuid(eventId)}::uuid`;
}

export function wasCompletedBy(runId: RunId, eventId: EventId): SQL {
  return sql`exists (select 1 from deck_runs where ${completedBy(runId, eventId)})`;
}

export function wasFirstValue(visitorId: VisitorId, deckId: string, eventId: EventId): SQL {
  return sql`exists (select 1 from first_values where visitor_id = ${toUuid(visitorId)}::uuid
    and deck_id = ${deckId} and event_id = ${toUuid(eventId)}::uuid)`;
}

/** Finished runs, newest first; `before` is the last run of the page before. */
export async function listResults(
  db: Db,
  owner: RunOwner,
  before: { completedAt: Date; runId: RunId } | null,
  limit: number,
): Promise<DeckRun[]> {
  const older =
    before &&
    or(
      lt(deckRuns.completedAt, before.completedAt),
      and(eq(deckRuns.completedAt, before.completedAt), lt(deckRuns.id, before.runId)),
    );
  const rows = await db
    .select(runColumns)
    .from(deckRuns)
    .where(and(ownedBy(owner), isNotNull(deckRuns.completedAt), older ?? undefined))
    .orderBy(desc(deckRuns.completedAt), desc(deckRuns.id))
    .limit(limit);
  return rows.map(toRun);
}

/** Gives a guest's runs to the account the guest has made. */
export async function claimRuns(db: Db, visitorId: VisitorId, userId: UserId): Promise<void> {
  await db
    .update(deckRuns)
    .set({ userId })
    .where(and(eq(deckRuns.visitorId, visitorId), isNull(deckRuns.userId)));
}
