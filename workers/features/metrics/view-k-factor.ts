/** K of the intakes, from the rollups: mature and provisional apart, with their inputs. */
import { loops } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { exclusions, personExclusions } from "./definitions.ts";
import { excludedOf, intakeCounts, kFamily } from "./intake-figures.ts";
import { amplification, kFactor } from "./k-factor.ts";
import {
  byDay,
  countsOfLoop,
  type MetricsInput,
  matureThrough,
  personsIn,
  scopeOf,
} from "./metrics-scope.ts";
import {
  type DayReading,
  type Reading,
  readEachIntake,
  readIntakes,
  readSurroundings,
} from "./readings.repo.ts";

/** One round trip. A mature intake has had the whole window; a provisional one has not yet. */
export async function viewKFactor(ctx: Pick<Ctx, "db" | "clock">, input: MetricsInput) {
  const asOf = ctx.clock.now();
  const { windowDays } = input;
  const scope = scopeOf(input);
  const through = matureThrough(asOf, windowDays);
  const kMeasures = ["persons", "invites", `invitees.${windowDays}`];
  const measures = [
    ...kMeasures,
    ...["cycle", `joiners.${windowDays}`],
    ...[...exclusions, ...personExclusions].map((reason) => `excluded.${reason}`),
  ];
  const [sums, each, around] = await ctx.db.batch([
    readIntakes(ctx.db, scope, { measures, matureThrough: through, loops }),
    readEachIntake(ctx.db, scope, kMeasures),
    readSurroundings(ctx.db),
  ]);
  const rows = sums.rows as unknown as Reading[];
  const own = countsOfLoop(rows, scope.loop);
  const [ripe, early] = [true, false].map((mature) => own.filter((row) => row.mature === mature));
  const mature = kFamily(ripe ?? [], personsIn(ripe ?? []), windowDays);
  const provisional = kFamily(early ?? [], personsIn(early ?? []), windowDays);
  const persons = mature.persons + provisional.persons;
  return {
    windowDays,
    loop: input.loop ?? null,
    asOf,
    matureThrough: through,
    mature,
    provisional,
    intakeShareMature: persons > 0 ? mature.persons / persons : 0,
    amplification: amplification(mature.k),
    excluded: excludedOf(own, windowDays),
    loops: loops.map((loop) => ({ loop, ...loopFigures(rows, loop, windowDays) })),
    intakes: intakeRows(each.rows as unknown as DayReading[], input, through),
    variants: around.rows[0]?.["variants"] as string[],
    /** True while the last events are still to be counted: for a minute or so. */
    counting: around.rows[0]?.["waiting"] === true,
  };
}

function loopFigures(rows: readonly Reading[], loop: string, days: MetricsInput["windowDays"]) {
  const ripe = countsOfLoop(rows, loop).filter((row) => row.mature);
  const { persons, credited, invites, k } = kFactor(intakeCounts(ripe, personsIn(ripe), days));
  return { persons, credited, invites, k };
}

function intakeRows(each: readonly DayReading[], input: MetricsInput, through: string) {
  return [...byDay(countsOfLoop(each, input.loop ?? null))].map(([day, counts]) => {
    const of = (measure: string, bin: number) =>
      counts.find((one) => one.measure === measure && one.bin === bin)?.n ?? 0;
    const persons = of("persons", 0);
    const credited = of(`invitees.${input.windowDays}`, 0);
    return {
      day,
      mature: day <= through,
      persons,
      invites: of("invites", input.windowDays),
      credited,
      k: persons > 0 ? credited / persons : null,
    };
  });
}
