/** Invites, funnel, retention, cost and guardrails, from the rollups: one round trip each. */
import type { Ctx } from "../../platform/context.ts";
import { dayMs, funnelSteps, longestWindowDays, stepDays } from "./definitions.ts";
import { costOf, funnelOf, guardrailsOf, retentionOf } from "./intake-figures.ts";
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
  readDays,
  readEachIntake,
  readIntakes,
  type Scope,
} from "./readings.repo.ts";

type MetricsCtx = Pick<Ctx, "db" | "clock">;

/** Guardrails reach so far back where no first day is given. */
const guardrailDays = 60;

/** Invites per person and first values per invite of each intake: their product is its K. */
export async function viewInvites(ctx: MetricsCtx, input: MetricsInput) {
  const { windowDays } = input;
  const measures = ["persons", "invites", `invitees.${windowDays}`];
  const through = matureThrough(ctx.clock.now(), windowDays);
  const days = await readByDay(ctx, scopeOf(input), measures);
  return [...days].map(([day, counts]) => {
    const persons = personsIn(counts);
    const of = (measure: string, bin: number) =>
      counts.find((one) => one.measure === measure && one.bin === bin)?.n ?? 0;
    const invites = of("invites", windowDays);
    const credited = of(`invitees.${windowDays}`, 0);
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
  const measures = ["invites", ...funnelSteps.map((step) => `funnel.${step}`)];
  const through = matureThrough(ctx.clock.now(), longestWindowDays);
  const { rows } = await readIntakes(ctx.db, scope, { measures, matureThrough: through });
  const counts = merged(countsOfLoop(rows as unknown as Reading[], scope.loop));
  return funnelOf(counts).map((row) => ({
    ...row,
    withinDays: row.step === "sent" ? null : stepDays[row.step as keyof typeof stepDays],
  }));
}

/** D1 and D7 of each intake. A loop changes nothing: who came back did so by no loop. */
export async function viewRetention(ctx: MetricsCtx, input: MetricsInput) {
  const scope = { ...scopeOf(input), loop: null };
  const days = await readByDay(ctx, scope, ["persons", "retained"]);
  return [...days].map(([day, counts]) => retentionOf(counts, day, ctx.clock.now()));
}

/** What a rewarded first value costs in each intake, within the window. */
export async function viewCost(ctx: MetricsCtx, input: MetricsInput) {
  const days = await readByDay(ctx, scopeOf(input), ["persons", "rewards", "reward_cents"]);
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

async function readByDay(ctx: MetricsCtx, scope: Scope, measures: readonly string[]) {
  const { rows } = await readEachIntake(ctx.db, scope, measures);
  return byDay(countsOfLoop(rows as unknown as DayReading[], scope.loop));
}

/** Mature and provisional counts of the same bin as one. */
function merged(rows: readonly Reading[]) {
  const sums = new Map<string, { measure: string; bin: number; n: number }>();
  for (const { measure, bin, n } of rows) {
    const key = `${measure} ${bin}`;
    sums.set(key, { measure, bin, n: n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
}
