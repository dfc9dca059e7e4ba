/** Tutors' pages in Postgres. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { toUuid, type UserId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { countedAtMost } from "./finished-decks.ts";

export interface TutorPage {
  slug: string;
  subjects: readonly Subject[];
  published: boolean;
}

export async function findTutorPage(db: Db, userId: UserId): Promise<TutorPage | null> {
  const { rows } = await db.execute(sql`select slug, subjects, published from tutor_pages
    where user_id = ${toUuid(userId)}::uuid`);
  return rows[0] ? toPage(rows[0]) : null;
}

/**
 * A page that is public, with how many decks the students of the tutor's cohorts finished, counted
 * up to `countedAtMost`. Null for one that is not, and for one whose tutor is blocked or none.
 */
export async function findPublicTutorPage(
  db: Db,
  slug: string,
): Promise<(TutorPage & { finished: number }) | null> {
  const { rows } = await db.execute(sql`select t.slug, t.subjects, t.published,
      (select count(*)::int from (select 1 from deck_runs r
        where r.completed_at is not null and not r.flagged and r.user_id in (
          select s.user_id from cohort_members m
          join cohort_members s on s.cohort_id = m.cohort_id and not s.tutor
          where m.user_id = t.user_id and m.tutor)
        limit ${countedAtMost}) finished) as finished
    from tutor_pages t join users u on u.id = t.user_id
    where t.slug = ${slug} and t.published and u.persona = 'tutor' and u.blocked_at is null`);
  const row = rows[0];
  return row ? { ...toPage(row), finished: Number(row["finished"]) } : null;
}

/** Keeps subjects and visibility; the first call fixes the address. Throws where that is taken. */
export async function upsertTutorPage(
  db: Db,
  page: TutorPage & { userId: UserId; now: Date },
): Promise<TutorPage> {
  const now = page.now.toISOString();
  const { rows } = await db.execute(sql`
    insert into tutor_pages (user_id, slug, subjects, published, created_at, updated_at)
    values (${toUuid(page.userId)}::uuid, ${page.slug}, ${JSON.stringify(page.subjects)}::jsonb,
      ${page.published}::boolean, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (user_id) do update set subjects = excluded.subjects,
      published = excluded.published, updated_at = excluded.updated_at
    returning slug, subjects, published`);
  return toPage(rows[0] ?? {});
}

function toPage(row: Record<string, unknown>): TutorPage {
  const { slug, subjects, published } = row as {
    slug: string;
    subjects: Subject[];
    published: boolean;
  };
  return { slug, subjects, published };
}
