/** Checks that progress follows from the runs alone, whatever order they are told in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deckSubjects } from "#shared/deck-subjects.ts";
import { newId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { type PractisedRun, progressOf } from "./progress.ts";

const start = Date.parse("2026-03-01T12:00:00Z");
const hourMs = 3_600_000;
const deckIds = Object.keys(deckSubjects);

function run(change: Partial<PractisedRun> = {}): PractisedRun {
  const deckId = change.deckId ?? "alg-linear-equations";
  return {
    eventId: newId("evt", start),
    runId: newId("run", start),
    deckId,
    subject: deckSubjects[deckId] as Subject,
    score: 3,
    total: 5,
    durationMs: 60_000,
    at: start,
    ...change,
  };
}

const history = fc.array(
  fc
    .record({
      deckId: fc.constantFrom(...deckIds),
      score: fc.integer({ min: 0, max: 5 }),
      durationMs: fc.integer({ min: 6_000, max: 120_000 }),
      hour: fc.integer({ min: 0, max: 24 * 30 }),
    })
    .map(({ hour, ...rest }) => run({ ...rest, at: start + hour * hourMs })),
  { maxLength: 60 },
);
const names = (runs: readonly PractisedRun[]) =>
  progressOf(runs, []).progress.achievements.map(({ achievement }) => achievement);

describe("progressOf", () => {
  it("is the same for every order of arrival", () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat()), (runs, keys) => {
        const shuffled = runs
          .map((one, index) => ({ one, key: keys[index] ?? index }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(progressOf(shuffled, [])).toEqual(progressOf(runs, []));
      }),
    );
  });

  it("never takes points, achievements, the longest streak or a best away for a run more", () => {
    fc.assert(
      fc.property(history, history, (runs, more) => {
        const before = progressOf(runs, []).progress;
        const after = progressOf([...runs, ...more], []).progress;
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(after.streak.longest).toBeGreaterThanOrEqual(before.streak.longest);
        expect(names([...runs, ...more])).toEqual(expect.arrayContaining(names(runs)));
        for (const [deckId, best] of Object.entries(before.bests)) {
          expect(after.bests[deckId]?.score).toBeGreaterThanOrEqual(best.score);
        }
      }),
    );
  });

  it("keeps the best of a deck by score, then time, and tells each time it is beaten", () => {
    const runs = [
      run({ at: start, score: 3 }),
      run({ at: start + 1, score: 3, durationMs: 60_000 }),
      run({ at: start + 2, score: 3, durationMs: 50_000 }),
      run({ at: start + 3, score: 4, durationMs: 90_000 }),
      run({ at: start + 4, score: 2, durationMs: 10_000 }),
    ];
    const { progress, beaten } = progressOf(runs, []);
    expect(beaten.map((one) => one.run.runId)).toEqual([runs[2]?.runId, runs[3]?.runId]);
    expect(progress.bests["alg-linear-equations"]?.runId).toBe(runs[3]?.runId);
  });

  it("gives each achievement to the run that earned it", () => {
    const full = { score: 5, durationMs: 40_000 };
    expect(names([run()])).toEqual(["first_deck"]);
    expect(names([run(full)])).toEqual(["first_deck", "perfect_score", "quick_thinker"]);
    expect(names([run({ score: 2 }), run({ score: 5, at: start + 1 })])).toContain("comeback");
    expect(names([run({ score: 3 }), run({ score: 5, at: start + 1 })])).not.toContain("comeback");
    expect(names(deckIds.map((deckId, n) => run({ deckId, at: start + n })))).toEqual(
      expect.arrayContaining(["all_subjects", "ten_decks", "three_in_a_day"]),
    );
    const algebra = ["alg-linear-equations", "alg-expressions"];
    expect(names(algebra.map((deckId) => run({ ...full, deckId })))).toContain("subject_master");
    const row = Array.from({ length: 5 }, (_, n) => run({ at: start + n * 24 * hourMs }));
    expect(names(row)).toContain("five_in_a_row");
    expect(names(row.slice(1))).not.toContain("five_in_a_row");
    expect(names(Array.from({ length: 50 }, () => run()))).toContain("fifty_decks");
  });

  it("counts the days of the zone that the person was in", () => {
    // Shortly after midnight in Berlin, twice: one UTC day, two local ones.
    const runs = [
      run({ at: Date.parse("2026-03-10T00:30:00Z") }),
      run({ at: Date.parse("2026-03-10T23:30:00Z") }),
    ];
    expect(progressOf(runs, []).progress.streak.days).toBe(1);
    const berlin = [{ zone: "Europe/Berlin", since: start }];
    expect(progressOf(runs, berlin).progress.streak.days).toBe(2);
  });
});
