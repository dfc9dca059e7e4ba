/** K of the intakes, from the rollups: mature and provisional apart, with their inputs. */
import { loops } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { all, exclusions, type WindowDays } from "./definitions.ts";
import { countOf, excludedOf, kFamily } from "./intake-figures.ts";
import { amplification } from "./k-factor.ts";
import {
  byDay,
  countsOfLoop,
  intakeCountsOf,
  type MetricsInput,
  matureThrough,
  ofPersons,
  personsIn,
  scopeOf,
} from "./metrics-scope.ts";
import { type DayReading, readForK } from "./readings.repo.ts";

/** One statement. A mature intake has had the whole window; a provisional one has not yet. */
export async function viewKFactor(ctx: Pick<Ctx, "db" | "clock">, input: MetricsInput) {
  const asOf = ctx.clock.now();
  const { windowDays } = input;
  const scope = scopeOf(input);
  const through = matureThrough(asOf, windowDays);
  const { rows } = await readForK(ctx.db, scope, {
    sums: [
      { loops: [all], measures: ofPersons },
      { loops: [scope.loop ?? all], measures: familyMeasures(windowDays) },
      {
        loops: loops.filter((loop) => loop !== scope.loop),
        measures: ["invites", "credited"],
        bin: windowDays,
      },
    ],
    each: intakeCountsOf(scope, windowDays),
    matureThrough: through,
  });
  return {
    windowDays,
    loop: input.loop ?? null,
    asOf,
    ...figuresOf(rows as unknown as PartOfK[], input, through),
  };
}

const familyMeasures = (days: WindowDays) => [
  ...["invites", "credited", `invitees.${days}`, `joiners.${days}`, "cycle"],
  ...exclusions.map((reason) => `excluded.${reason}`),
];

interface PartOfK extends DayReading {
  part: "mature" | "provisional" | "each" | "variant" | "waiting";
}

function figuresOf(rows: readonly PartOfK[], input: MetricsInput, through: string) {
  const { windowDays } = input;
  const of = (part: PartOfK["part"]) => rows.filter((row) => row.part === part);
  const ripe = countsOfLoop(of("mature"), input.loop ?? null);
  const early = countsOfLoop(of("provisional"), input.loop ?? null);
  const mature = kFamily(ripe, personsIn(ripe), windowDays);
  const provisional = kFamily(early, personsIn(early), windowDays);
  const persons = mature.persons + provisional.persons;
  return {
    matureThrough: through,
    mature,
    provisional,
    intakeShareMature: persons > 0 ? mature.persons / persons : 0,
    amplification: amplification(mature.k),
    excluded: excludedOf([...ripe, ...early], windowDays),
    loops: loops.map((loop) => ({ loop, ...loopFigures(of("mature"), loop, windowDays) })),
    intakes: intakeRows(of("each"), input, through),
    variants: of("variant").map((row) => row.measure),
    /** True while the last events are still to be counted: for a minute or so. */
    counting: of("waiting").length > 0,
  };
}

/** The table of loops shows sums, and no interval. */
function loopFigures(rows: readonly DayReading[], loop: string, days: WindowDays) {
  const counts = countsOfLoop(rows, loop);
  const persons = personsIn(counts);
  const credited = countOf(counts, "credited", days);
  const invites = countOf(counts, "invites", days);
  return { persons, credited, invites, k: persons > 0 ? credited / persons : null };
}

function intakeRows(each: readonly DayReading[], input: MetricsInput, through: string) {
  return [...byDay(countsOfLoop(each, input.loop ?? null))].map(([day, counts]) => {
    const persons = personsIn(counts);
    const credited = countOf(counts, "credited", input.windowDays);
    return {
      day,
      mature: day <= through,
      persons,
      invites: countOf(counts, "invites", input.windowDays),
      credited,
      k: persons > 0 ? credited / persons : null,
    };
  });
}
