/** One finished run with what belongs to it: who may see it, its peers, the runs before it. */
import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { users } from "#db/schema/people.ts";
import { type RunId, toUuid } from "#shared/ids.ts";
import type { Answers, DeckRun } from "./deck-run.ts";
import { ownedBy, type RunOwner, runColumns, toRun } from "./micro-decks.repo.ts";

export type ResultOwner = "you" | "your_child" | "your_student";

/** Quartiles of other people's scores with the same deck; nobody can be told from them. */
export interface PeerScores {
  runs: number;
  low: number;
  middle: number;
  high: number;
}

/** A run of the same person and subject. `at` in milliseconds since 1970. */
export interface EarlierRun {
  deckId: string;
  answers: Answers;
  at: number;
}

export interface FoundResult extends DeckRun {
  owner: ResultOwner;
  peers: PeerScores | null;
  /** This run and those before it, newest first. */
  earlier: EarlierRun[];
}

/** Fewer runs than this, or from fewer people, are nobody's range. */
export const peerLimits = { runs: 20, people: 5, newest: 1_000 } as const;
export const earlierRuns = 8;

/** A finished run that this person may see: the own one, a child's, or a student's. */
export async function findResult(
  db: Db,
  runId: RunId,
  asking: RunOwner,
): Promise<FoundResult | null> {
  const mine = ownedBy(asking);
  const child = asking.userId ? eq(users.guardianId, asking.userId) : sql`false`;
  const student = asking.userId ? isTutoredBy(asking.userId) : sql`false`;
  const [row] = await db
    .select({
      ...runColumns,
      owner: sql<ResultOwner>`case when ${mine} then 'you' when ${child} then 'your_child'
        else 'your_student' end`,
      peers: sql<PeerScores | null>`${peerScores}`,
      earlier: sql<EarlierRun[]>`${runsUpToThis}`,
    })
    .from(deckRuns)
    .leftJoin(users, eq(users.id, deckRuns.userId))
    .where(and(eq(deckRuns.id, runId), isNotNull(deckRuns.completedAt), or(mine, child, student)));
  return row ? { ...toRun(row), owner: row.owner, peers: row.peers, earlier: row.earlier } : null;
}

/** A student's tutor is who the operator named tutor of one of the student's cohorts. */
function isTutoredBy(userId: NonNullable<RunOwner["userId"]>): SQL {
  return sql`exists (select 1 from cohort_members tm
    join cohort_members sm on sm.cohort_id = tm.cohort_id and sm.user_id = deck_runs.user_id
    where tm.user_id = ${toUuid(userId)}::uuid and tm.tutor)`;
}

const peerScores = sql`(select jsonb_build_object('runs', q.runs, 'low', q.quartiles[1],
    'middle', q.quartiles[2], 'high', q.quartiles[3])
  from (select count(*)::int as runs, count(distinct p.visitor_id) as people,
      percentile_disc(array[0.25, 0.5, 0.75]) within group (order by p.score) as quartiles
    from (select r.score, r.visitor_id from deck_runs r
      where r.deck_id = deck_runs.deck_id and r.visitor_id <> deck_runs.visitor_id
        and r.completed_at is not null and not r.flagged
      order by r.completed_at desc nulls last limit ${peerLimits.newest}) p) q
  where q.runs >= ${peerLimits.runs} and q.people >= ${peerLimits.people})`;

/** Of a guest's run only other guest's runs: an account's are not for who uses its browser. */
const runsUpToThis = sql`(select coalesce(jsonb_agg(jsonb_build_object('deckId', e.deck_id,
    'answers', e.answers, 'at', (extract(epoch from e.completed_at) * 1000)::float8)
    order by e.completed_at desc, e.id desc), '[]')
  from (select r.* from deck_runs r
    where r.visitor_id = deck_runs.visitor_id and r.subject = deck_runs.subject
      and (r.user_id is null or r.user_id = deck_runs.user_id)
      and (r.completed_at, r.id) <= (deck_runs.completed_at, deck_runs.id)
    order by r.completed_at desc nulls last, r.id desc nulls last limit ${earlierRuns}) e)`;
