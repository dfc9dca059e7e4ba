/** Invites, funnel, retention, cost and guardrails, from the rollups: one round trip each. */
import type { Ctx } from "../../platform/context.ts";
import { all, dayMs, funnelSteps, longestWindowDays, stepDays } from "./definitions.ts";
import {
  type Count,
  costOf,
  countOf,
  funnelOf,
  guardrailsOf,
  retentionOf,
} from "./intake-figures.ts";
import {
  byDay,
  countsOfLoop,
  intakeCountsOf,
  type MetricsInput,
  matureThrough,
  personsIn,
  scopeOf,
} from "./metrics-scope.ts";
import {
  type Asked,
  type DayReading,
  readDays,
  readEachIntake,
  readSums,
  type Scope,
} from "./readings.repo.ts";

type MetricsCtx = Pick<Ctx, "db" | "clock">;

/** Guardrails reach so far back where no first day is given. */
const guardrailDays = 60;

/** Invites per person and first values per invite of each intake: their product is its K. */
export async function viewInvites(ctx: MetricsCtx, input: MetricsInput) {
  const { windowDays } = input;
  const through = matureThrough(ctx.clock.now(), windowDays);
  const scope = scopeOf(input);
  const days = await readByDay(ctx, scope, intakeCountsOf(scope, windowDays));
  return [...days].map(([day, counts]) => {
    const persons = personsIn(counts);
    const invites = countOf(counts, "invites", windowDays);
    const credited = countOf(counts, "credited", windowDays);
    return {
      ...{ day, mature: day <= through, persons, invites, credited },
      invitesPerPerson: persons > 0 ? invites / persons : null,
      fvmPerInvite: invites > 0 ? credited / invites : null,
    };
  });
}

/** The way of the invitees of mature and provisional intakes together, with each step's window. */
export async function viewFunnel(ctx: MetricsCtx, input: MetricsInput) {
  const scope = scopeOf(input);
  const steps = funnelSteps.map((step) => `funnel.${step}`);
  const own = [scope.loop ?? all];
  const { rows } = await readSums(ctx.db, scope, [
    { loops: own, measures: ["invites"], bin: longestWindowDays },
    { loops: own, measures: steps },
  ]);
  return funnelOf(rows as unknown as Count[]).map((row) => ({
    ...row,
    withinDays: row.step === "sent" ? null : stepDays[row.step as keyof typeof stepDays],
  }));
}

/** D1 and D7 of each intake. A loop changes nothing: who came back did so by no loop. */
export async function viewRetention(ctx: MetricsCtx, input: MetricsInput) {
  const scope = { ...scopeOf(input), loop: null };
  const days = await readByDay(ctx, scope, [{ loops: [all], measures: ["persons", "retained"] }]);
  return [...days].map(([day, counts]) => retentionOf(counts, day, ctx.clock.now()));
}

/** What a rewarded first value costs in each intake, within the window. */
export async function viewCost(ctx: MetricsCtx, input: MetricsInput) {
  const scope = scopeOf(input);
  const days = await readByDay(ctx, scope, [
    { loops: [all], measures: ["persons"] },
    {
      loops: [scope.loop ?? all],
      measures: ["rewards", "reward_cents"],
      bin: input.windowDays,
    },
  ]);
  return [...days].map(([day, counts]) => ({
    day,
    ...costOf(counts, personsIn(counts), input.windowDays),
  }));
}

/** Complaints, opt-outs, fraud share and time to first value by calendar day. */
export async function viewGuardrails(ctx: MetricsCtx, input: MetricsInput) {
  const since = new Date(ctx.clock.now() - guardrailDays * dayMs).toISOString().slice(0, 10);
  const scope = scopeOf(input);
  const { rows } = await readDays(ctx.db, { ...scope, from: scope.from ?? since });
  return [...byDay(rows as unknown as DayReading[])].map(([day, counts]) =>
    guardrailsOf(counts, day),
  );
}

async function readByDay(ctx: MetricsCtx, scope: Scope, asked: readonly Asked[]) {
  const { rows } = await readEachIntake(ctx.db, scope, asked);
  return byDay(countsOfLoop(rows as unknown as DayReading[], scope.loop));
}
