/** Results from exposures and raw events: counts by hand, and what must not be read. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { DomainEvent } from "#shared/events.ts";
import { newId, toUuid, type VisitorId } from "#shared/ids.ts";
import { stageExperiments, startExperiment } from "#tests/support/experiment-stage.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { bucketOf } from "#workers/platform/bucketing.ts";

const dayMs = 24 * 3_600_000;
const stage = stageExperiments();

/** Writes exposures of so many persons straight into the table. */
async function expose(key: string, variant: string, persons: number): Promise<VisitorId[]> {
  const now = stage.clock.now();
  const ids = Array.from({ length: persons }, () => newId("vis", now));
  const rows = ids.map((id) => ({ id: toUuid(id), event: toUuid(newId("evt", now)) }));
  await stage.db.execute(sql`insert into exposures
      (experiment_key, visitor_id, variant, phase, at, event_id)
    select ${key}, id, ${variant}, 1, ${new Date(now).toISOString()}::timestamptz, event
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, event uuid)`);
  return ids;
}

async function reachFvm(persons: readonly VisitorId[]): Promise<void> {
  const { ctx } = stage.context();
  const events: DomainEvent[] = persons.map((visitorId) =>
    ctx.events.fact("fvm.reached", {
      visitorId,
      props: { runId: ctx.ids.next("run"), deckId: "bio-cells", subject: "biology" },
    }),
  );
  for (let i = 0; i < events.length; i += 500) {
    await ctx.db.execute(ctx.events.write(events.slice(i, i + 500).map((event) => ({ event }))));
  }
}

describe("results", () => {
  it("count persons and what they did within 14 days of the exposure, by hand", async () => {
    await startExperiment(stage, "by-hand", { metrics: ["invites_sent"] });
    const [a] = await expose("by-hand", "control", 2);
    const [b, c] = await expose("by-hand", "warm", 3);
    if (!a || !b || !c) throw new Error("no people");
    stage.clock.advance(dayMs);
    await reachFvm([a, b, b, c]);
    const { ctx } = stage.context();
    const sent = () => ctx.events.fact("invite.sent", { visitorId: b, props: {} });
    await ctx.db.execute(ctx.events.write([{ event: sent() }, { event: sent() }]));
    stage.clock.advance(14 * dayMs);
    await ctx.db.execute(ctx.events.write([{ event: sent() }]));
    const results = await stage.asAdmin().experiments.results({ key: "by-hand" });
    expect(results.variants.map(({ persons }) => persons)).toEqual([2, 3]);
    const [fvm, invites] = results.comparisons;
    expect(fvm).toMatchObject({ metric: "fvm_reached", controlMean: 0.5, mean: 2 / 3 });
    expect(invites).toMatchObject({ metric: "invites_sent", controlMean: 0, mean: 2 / 3 });
    expect(results.verdict).toBe("too_early");
    expect(fvm?.fixed).toBeNull();
  });

  it("leave out who was exposed before the first day whose events are kept", async () => {
    await startExperiment(stage, "long", { metrics: ["invites_sent"] });
    const day = new Date(stage.clock.now()).toISOString().slice(0, 10);
    await expose("long", "control", 3);
    stage.clock.advance(dayMs);
    await expose("long", "control", 2);
    const persons = async () =>
      (await stage.asAdmin().experiments.results({ key: "long" })).variants[0]?.persons;
    expect(await persons()).toBe(5);
    await stage.db.execute(sql`insert into metric_seals (sealed_through, dropped_through)
      values (${day}::date + 130, ${day}::date)`);
    expect(await persons()).toBe(2);
    await stage.db.execute(sql`delete from metric_seals`);
  });

  it("find a planted difference, and cost one round trip", async () => {
    await startExperiment(stage, "planted", { minPersons: 500, minDays: 1 });
    const control = await expose("planted", "control", 800);
    const warm = await expose("planted", "warm", 800);
    await reachFvm([...control.slice(0, 160), ...warm.slice(0, 280)]);
    stage.clock.advance(2 * dayMs);
    const test = stage.context({ actor: stage.admin });
    const { createCaller } = await import("#workers/app-router.ts");
    const results = await createCaller(test.ctx).experiments.results({ key: "planted" });
    expect(test.roundTrips.count).toBe(1);
    expect(results.verdict).toBe("better");
    expect(results.comparisons[0]).toMatchObject({ controlMean: 0.2, mean: 0.35 });
    expect(results.comparisons[0]?.lift).toBeCloseTo(0.75, 10);
    expect(results.comparisons[0]?.chanceToWin).toBeGreaterThan(0.999);
    expect(results.comparisons[0]?.sequence?.interval.low).toBeGreaterThan(0);
  });

  it("are blocked by a planted sample-ratio mismatch", async () => {
    await startExperiment(stage, "lossy", { minPersons: 100, minDays: 1 });
    await reachFvm(await expose("lossy", "control", 700));
    await expose("lossy", "warm", 500);
    const results = await stage.asAdmin().experiments.results({ key: "lossy" });
    expect(results.blocks).toEqual(["sample_ratio_mismatch"]);
    expect(results.sampleRatio.pValue).toBeLessThan(0.001);
    expect(results.comparisons).toEqual([]);
    expect(results.verdict).toBe("blocked");
  });

  it("are blocked when more than one in a hundred persons saw two variants", async () => {
    await startExperiment(stage, "doubled", { minPersons: 100, minDays: 1 });
    const control = await expose("doubled", "control", 200);
    const warm = await expose("doubled", "warm", 200);
    const join = async (i: number) => {
      // Two browsers of one person, who saw a variant in each before joining.
      const [visitorId, other] = [control[i], warm[i]];
      if (!visitorId || !other) throw new Error("no people");
      const member = await insertMember(stage.db, stage.clock.now(), { visitorId });
      await stage.db.execute(sql`insert into visitors (id, user_id, created_at)
        values (${toUuid(other)}, ${toUuid(member.userId)}, now())`);
    };
    for (let i = 0; i < 3; i++) await join(i);
    const few = await stage.asAdmin().experiments.results({ key: "doubled" });
    expect(few.blocks).toEqual([]);
    expect(few.variants.reduce((sum, { persons }) => sum + persons, 0)).toBe(397);
    for (let i = 3; i < 6; i++) await join(i);
    const many = await stage.asAdmin().experiments.results({ key: "doubled" });
    expect(many.blocks).toEqual(["multiple_exposure"]);
    expect(many.comparisons).toEqual([]);
  });

  it("are of the current phase only", async () => {
    await startExperiment(stage, "phased");
    await expose("phased", "control", 50);
    const variants = [
      { key: "control", weightBp: 2_000 },
      { key: "warm", weightBp: 8_000 },
    ];
    const split = { key: "phased", version: 2, variants, trafficBp: 10_000 };
    await stage.asAdmin().experiments.split(split);
    const results = await stage.asAdmin().experiments.results({ key: "phased" });
    expect(results.variants.map(({ persons }) => persons)).toEqual([0, 0]);
  });

  it("exposures of real first uses keep the weights", async () => {
    await startExperiment(stage, "real");
    for (let i = 0; i < 60; i++) {
      const { ctx } = stage.context();
      const { createCaller } = await import("#workers/app-router.ts");
      await createCaller(ctx).experiments.variant({ key: "real" });
    }
    const { rows } = await stage.db.execute(
      sql`select visitor_id, variant from exposures where experiment_key = 'real'`,
    );
    expect(rows).toHaveLength(60);
    const { fromUuid } = await import("#shared/ids.ts");
    for (const row of rows) {
      const bucket = bucketOf("real", fromUuid("vis", String(row["visitor_id"])));
      expect(row["variant"]).toBe(bucket < 0.5 ? "control" : "warm");
    }
  });

  it("the calculator tells persons for one reading and for the sequence", async () => {
    const size = await stage.asAdmin().experiments.sampleSize({ baseline: 0.2, lift: 0.1 });
    expect(size.fixed).toBe(6_510);
    expect(size.sequence).toBeGreaterThan(size.fixed);
  });
});
