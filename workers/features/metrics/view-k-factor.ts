/** K of the intakes, from real rows: mature and provisional apart, with their inputs. */
import { type Loop, loops } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { amplification, type IntakeCounts, type KFactor, kFactor } from "./k-factor.ts";
import { countIntake, type IntakeCell } from "./metrics.repo.ts";

export interface KFactorInput {
  windowDays: 7 | 14 | 28;
  loop?: Loop | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface LoopK {
  loop: Loop;
  persons: number;
  credited: number;
  invites: number;
  k: number | null;
}

export interface KFactorView {
  windowDays: number;
  loop: Loop | null;
  asOf: number;
  mature: KFactor;
  provisional: KFactor;
  intakeShareMature: number;
  amplification: number | null;
  excluded: { selfInvites: number };
  loops: LoopK[];
}

/** One round trip. Mature persons have had the whole window; provisional ones have not yet. */
export async function viewKFactor(ctx: Ctx, input: KFactorInput): Promise<KFactorView> {
  const asOf = ctx.clock.now();
  const loop = input.loop ?? null;
  const { cells, selfInvites } = await countIntake(ctx.db, {
    windowDays: input.windowDays,
    from: input.from ?? null,
    to: input.to ?? null,
    now: new Date(asOf),
  });
  const mature = kFactor(countsOf(cells, loop, true));
  const provisional = kFactor(countsOf(cells, loop, false));
  const persons = mature.persons + provisional.persons;
  return {
    windowDays: input.windowDays,
    loop,
    asOf,
    mature,
    provisional,
    intakeShareMature: persons > 0 ? mature.persons / persons : 0,
    amplification: amplification(mature.k),
    excluded: { selfInvites },
    loops: loops.map((name) => {
      const { persons, credited, invites, k } = kFactor(countsOf(cells, name, true));
      return { loop: name, persons, credited, invites, k };
    }),
  };
}

/** A loop nobody used yet still has all persons of the intake: its K is 0, not unknown. */
function countsOf(cells: readonly IntakeCell[], loop: Loop | null, mature: boolean): IntakeCounts {
  const own = cells.filter((cell) => cell.loop === loop && cell.mature === mature);
  if (own.length === 0 && loop !== null) {
    const everybody = countsOf(cells, null, mature).persons;
    return { persons: everybody, invites: 0, histogram: new Map([[0, everybody]]) };
  }
  return {
    persons: own.reduce((sum, cell) => sum + cell.persons, 0),
    invites: own.reduce((sum, cell) => sum + cell.invites, 0),
    histogram: new Map(own.map((cell) => [cell.invitees, cell.persons])),
  };
}
