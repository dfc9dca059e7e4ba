/** A person's progress as a pure function of all finished runs: the order of arrival cannot matter. */
import { type Achievement, achievements } from "#shared/achievements.ts";
import { pointsFor } from "#shared/deck-points.ts";
import { deckSubjects } from "#shared/deck-subjects.ts";
import type { EventId, RunId } from "#shared/ids.ts";
import { type Subject, subjects } from "#shared/vocabulary.ts";
import { beats } from "./challenge.ts";
import { localDay, type ZoneSince, zoneAt } from "./local-day.ts";
import { dayOfStreak, type StreakState, streakOf } from "./streak.ts";

/** A finished run that counts. `at` in milliseconds since 1970. */
export interface PractisedRun {
  eventId: EventId;
  runId: RunId;
  deckId: string;
  subject: Subject;
  score: number;
  total: number;
  durationMs: number;
  at: number;
}

/** What is stored, and replaced as a whole. */
export interface Progress {
  points: number;
  runs: number;
  streak: StreakState;
  /** In the order they were earned. */
  achievements: { achievement: Achievement; runId: RunId; at: number }[];
  /** The best run of each deck: score, then time, then the earlier. */
  bests: Record<string, BestRun>;
}

export type BestRun = Pick<PractisedRun, "runId" | "score" | "total" | "durationMs" | "at">;

/** A run that beat an earlier best of its deck. */
export interface BeatenBest {
  run: PractisedRun;
  previous: BestRun;
}

type DatedRun = PractisedRun & { day: number };

export const noProgress: Progress = {
  points: 0,
  runs: 0,
  streak: streakOf([]),
  achievements: [],
  bests: {},
};

/** Everything that follows from these runs, given in any order, each once. */
export function progressOf(
  runs: readonly PractisedRun[],
  zones: readonly ZoneSince[],
): { progress: Progress; beaten: BeatenBest[] } {
  const dated = runs
    .map((run) => ({ ...run, day: localDay(run.at, zoneAt(run.at, zones)) }))
    .sort((a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : 1));
  const { bests, beaten } = bestsOf(dated);
  const progress = {
    points: dated.reduce((sum, run) => sum + pointsFor(run), 0),
    runs: dated.length,
    streak: streakOf(dated.map((run) => run.day)),
    achievements: achievementsOf(dated),
    bests,
  };
  return { progress, beaten };
}

function bestsOf(runs: readonly DatedRun[]): Pick<Progress, "bests"> & { beaten: BeatenBest[] } {
  const bests: Record<string, BestRun> = {};
  const beaten: BeatenBest[] = [];
  for (const run of runs) {
    const previous = bests[run.deckId];
    if (previous && !beats(run, previous)) continue;
    if (previous) beaten.push({ run, previous });
    const { runId, score, total, durationMs, at } = run;
    bests[run.deckId] = { runId, score, total, durationMs, at };
  }
  return { bests, beaten };
}

const quickMs = 45_000;
const allRight = (run: DatedRun) => run.total > 0 && run.score === run.total;

/** Each rule answers the run that earned it. A further run can only make that run an earlier one. */
const rules: Record<Achievement, (runs: readonly DatedRun[]) => DatedRun | undefined> = {
  first_deck: (runs) => runs[0],
  perfect_score: (runs) => runs.find(allRight),
  quick_thinker: (runs) => runs.find((run) => allRight(run) && run.durationMs <= quickMs),
  comeback: (runs) => {
    const low = new Set<string>();
    return runs.find((run) => {
      if (run.score * 5 <= run.total * 2) low.add(run.deckId);
      return allRight(run) && low.has(run.deckId);
    });
  },
  three_in_a_day: (runs) => firstToGather(runs, (run) => [`${run.day}`, run.subject], 3),
  five_in_a_row: (runs) => {
    const day = dayOfStreak(
      runs.map((run) => run.day),
      5,
    );
    return day === null ? undefined : runs.find((run) => run.day === day);
  },
  ten_decks: (runs) => runs[9],
  fifty_decks: (runs) => runs[49],
  subject_master: (runs) => {
    const right = new Set<string>();
    return runs.find((run) => {
      if (!allRight(run)) return false;
      right.add(run.deckId);
      return decksOf(run.subject).every((deckId) => right.has(deckId));
    });
  },
  all_subjects: (runs) => firstToGather(runs, (run) => ["", run.subject], subjects.length),
};

function achievementsOf(runs: readonly DatedRun[]): Progress["achievements"] {
  const earned = achievements.flatMap((achievement) => {
    const run = rules[achievement](runs);
    return run ? [{ achievement, runId: run.runId, at: run.at }] : [];
  });
  return earned.sort((a, b) => a.at - b.at);
}

/** The first run with which a group has that many different members. */
function firstToGather(
  runs: readonly DatedRun[],
  placed: (run: DatedRun) => [group: string, member: string],
  size: number,
): DatedRun | undefined {
  const groups = new Map<string, Set<string>>();
  return runs.find((run) => {
    const [group, member] = placed(run);
    const members = (groups.get(group) ?? new Set()).add(member);
    groups.set(group, members);
    return members.size >= size;
  });
}

function decksOf(subject: Subject): string[] {
  return Object.keys(deckSubjects).filter((deckId) => deckSubjects[deckId] === subject);
}
