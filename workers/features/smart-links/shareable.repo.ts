/** What a person may share: own results and a child's, own cohorts, the own tutor page. */
import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { type RunId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { SharedResult } from "./result-card.ts";

/** The inviter's own finished run of that deck: what a challenge is made of. */
export async function findOwnResult(db: Db, runId: RunId, visitorId: VisitorId, deckId: string) {
  const [row] = await db
    .select({
      score: deckRuns.score,
      total: deckRuns.total,
      durationMs: deckRuns.durationMs,
    })
    .from(deckRuns)
    .where(
      and(
        eq(deckRuns.id, runId),
        eq(deckRuns.visitorId, visitorId),
        eq(deckRuns.deckId, deckId),
        gt(deckRuns.total, 0),
      ),
    );
  if (!row || row.score === null || row.durationMs === null) return null;
  return { score: row.score, total: row.total, durationMs: row.durationMs };
}

/** A finished run of the person's own, or of a child in the person's care, with its streak. */
export async function findSharedResult(
  db: Db,
  runId: RunId,
  person: { userId: UserId; visitorId: VisitorId },
): Promise<SharedResult | null> {
  const userId = sql`${toUuid(person.userId)}::uuid`;
  const mine = sql`(r.visitor_id = ${toUuid(person.visitorId)}::uuid
    and (r.user_id is null or r.user_id = ${userId}))`;
  const { rows } = await db.execute(sql`select r.subject, r.score, r.total, r.flagged,
      ${mine} as mine, coalesce(u.share_consent, false) as share_consent,
      coalesce((p.state -> 'streak' ->> 'days')::int, 0) as streak_days,
      (p.state -> 'streak' ->> 'lastDay')::int as streak_last_day
    from deck_runs r left join users u on u.id = r.user_id
      left join person_progress p on p.visitor_id = r.visitor_id
    where r.id = ${toUuid(runId)}::uuid and r.completed_at is not null
      and (${mine} or u.guardian_id = ${userId})`);
  const row = rows[0];
  if (!row) return null;
  const lastDay = row["streak_last_day"];
  return {
    owner: row["mine"] === true ? "you" : "your_child",
    subject: row["subject"] as Subject,
    score: Number(row["score"]),
    total: Number(row["total"]),
    flagged: row["flagged"] === true,
    shareConsent: row["share_consent"] === true,
    streakDays: Number(row["streak_days"]),
    streakLastDay: lastDay === null ? null : Number(lastDay),
  };
}

/** A cohort that the person is in. */
export async function findOwnCohort(db: Db, slug: string, userId: UserId) {
  const { rows } = await db.execute(sql`select c.slug, c.subject from cohorts c
    join cohort_members m on m.cohort_id = c.id and m.user_id = ${toUuid(userId)}::uuid
    where c.slug = ${slug}`);
  return toPlace(rows[0]);
}

/** The person's own tutor page, while it is public. */
export async function findOwnTutorPage(db: Db, slug: string, userId: UserId) {
  const { rows } = await db.execute(sql`select slug, subjects ->> 0 as subject from tutor_pages
    where slug = ${slug} and user_id = ${toUuid(userId)}::uuid and published`);
  return toPlace(rows[0]);
}

function toPlace(row: Record<string, unknown> | undefined) {
  return row ? { slug: String(row["slug"]), subject: row["subject"] as Subject } : null;
}
