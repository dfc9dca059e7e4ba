/** Sums of a month's intakes, kept beside them: a long history is read as few rows. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { oneSweep } from "./marks.repo.ts";

/** Part of the transaction that replaces an intake's bucket. */
export const monthIsDirty = (day: string): SQL => sql`insert into metric_dirty (kind, day)
  select 'month', date_trunc('month', ${day}::date)::date on conflict do nothing`;

/**
 * One transaction: the month, named by its first day, holds the sums of its intakes as they are
 * stored. It reads no events, so that what is sealed can be summed up again too.
 */
export async function recountMonth(db: Db, month: string): Promise<void> {
  await db.batch([
    db.execute(oneSweep),
    db.execute(sql`delete from metric_dirty where kind = 'month' and day = ${month}`),
    db.execute(sql`delete from metric_months where month = ${month}`),
    db.execute(sql`insert into metric_months (loop, persona, subject, variant, measure, month, bin, n)
      select loop, persona, subject, variant, measure, ${month}::date, bin, sum(n)
      from metric_buckets where day >= ${month}::date
        and day < (${month}::date + interval '1 month')::date
      group by loop, persona, subject, variant, measure, bin having sum(n) <> 0`),
  ]);
}
