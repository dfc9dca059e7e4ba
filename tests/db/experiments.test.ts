/** Experiments on a real database: who sees what, once, and for good. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId, toUuid, type VisitorId } from "#shared/ids.ts";
import {
  draftOf,
  minuteMs,
  stageExperiments,
  startExperiment,
} from "#tests/support/experiment-stage.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { createCaller } from "#workers/app-router.ts";
import { experimentsReact } from "#workers/features/experiments/experiments.events.ts";
import { readVariant } from "#workers/features/experiments/read-variant.ts";

const stage = stageExperiments();

async function count(query: ReturnType<typeof sql>): Promise<number> {
  return Number((await stage.db.execute(query)).rows[0]?.["n"]);
}

describe("the life of an experiment", () => {
  it("goes from draft to running, paused and stopped, and every step is written down", async () => {
    const admin = stage.asAdmin();
    await admin.experiments.create(draftOf("life"));
    await admin.experiments.edit({ ...draftOf("life"), version: 1, trafficBp: 4_000 });
    await admin.experiments.start({ key: "life", version: 2 });
    await admin.experiments.split({
      key: "life",
      version: 3,
      variants: draftOf("life").variants,
      trafficBp: 8_000,
    });
    await admin.experiments.pause({ key: "life", version: 4 });
    await admin.experiments.start({ key: "life", version: 5 });
    await admin.experiments.stop({ key: "life", version: 6 });
    const { rows } = await stage.db.execute(sql`select version, action, actor_id,
        became->>'state' as state, (became->>'phase')::int as phase
      from definition_changes where key = 'life' order by version`);
    expect(rows.map((row) => [row["action"], row["state"], row["phase"]])).toEqual([
      ["created", "draft", 1],
      ["edited", "draft", 1],
      ["running", "running", 1],
      ["split", "running", 2],
      ["paused", "paused", 2],
      ["running", "running", 2],
      ["stopped", "stopped", 2],
    ]);
    expect(new Set(rows.map((row) => row["actor_id"]))).toEqual(
      new Set([toUuid(stage.admin.userId)]),
    );
  });

  it("refuses what cannot follow, what was changed by somebody else, and a key used before", async () => {
    const admin = stage.asAdmin();
    const refused = { code: "CONFLICT" };
    await expect(admin.experiments.start({ key: "life", version: 7 })).rejects.toMatchObject(
      refused,
    );
    await expect(admin.experiments.create(draftOf("life"))).rejects.toMatchObject(refused);
    await admin.experiments.create(draftOf("stale"));
    await admin.experiments.edit({ ...draftOf("stale"), version: 1 });
    await expect(admin.experiments.edit({ ...draftOf("stale"), version: 1 })).rejects.toMatchObject(
      refused,
    );
    await admin.experiments.start({ key: "stale", version: 2 });
    const others = [
      { key: "control", weightBp: 5_000 },
      { key: "cold", weightBp: 5_000 },
    ];
    await expect(
      admin.experiments.split({ key: "stale", version: 3, variants: others, trafficBp: 10_000 }),
    ).rejects.toMatchObject(refused);
  });

  it("refuses weights that do not make a whole", async () => {
    const variants = [
      { key: "control", weightBp: 5_000 },
      { key: "warm", weightBp: 4_000 },
    ];
    await expect(
      stage.asAdmin().experiments.create(draftOf("broken", { variants })),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("the exposure", () => {
  it("is stored once, with one fact, under 20 parallel first uses", async () => {
    await startExperiment(stage, "parallel");
    const visitorId = newId("vis", stage.clock.now());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        createCaller(
          stage.context({ actor: { kind: "guest", visitorId } }).ctx,
        ).experiments.variant({ key: "parallel" }),
      ),
    );
    expect(new Set(answers.map(({ value }) => value)).size).toBe(1);
    const id = toUuid(visitorId);
    expect(await count(sql`select count(*) as n from exposures where visitor_id = ${id}`)).toBe(1);
    expect(
      await count(sql`select count(*) as n from events
        where name = 'exp.exposed' and visitor_id = ${id}`),
    ).toBe(1);
  });

  it("costs one round trip at the first use and none afterwards", async () => {
    await startExperiment(stage, "trips");
    const browser = stage.browser();
    const first = await browser.ask((ctx) => readVariant(ctx, { key: "trips" }));
    expect(first.roundTrips).toBe(1);
    const again = await browser.ask((ctx) => readVariant(ctx, { key: "trips" }));
    expect(again.roundTrips).toBe(0);
    expect(again.answer).toMatchObject({
      value: first.answer.value,
      reason: "assigned",
      ruleId: "trips:1",
    });
    expect(again.setCookies).toEqual([]);
  });

  it("is not made by a crawler, by a draft, or by whoever is not in the traffic", async () => {
    await startExperiment(stage, "narrow", { trafficBp: 0 });
    await stage.asAdmin().experiments.create(draftOf("not-yet"));
    await startExperiment(stage, "crawled");
    const guest = stage.context();
    expect(await readVariant(guest.ctx, { key: "narrow" })).toMatchObject({ reason: "no_traffic" });
    expect(await readVariant(guest.ctx, { key: "not-yet" })).toMatchObject({ reason: "unknown" });
    const crawler = { ...guest.ctx, request: { ...guest.ctx.request, bot: true } };
    expect(await readVariant(crawler, { key: "crawled" })).toMatchObject({
      value: "control",
      variant: null,
    });
    expect(
      await count(sql`select count(*) as n from exposures
        where experiment_key in ('narrow', 'not-yet', 'crawled')`),
    ).toBe(0);
  });

  it("obeys targeting and namespaces", async () => {
    await startExperiment(stage, "tutors-only", { targeting: { personas: ["tutor"] } });
    await startExperiment(stage, "lower", { namespace: { name: "landing", from: 0, to: 0.5 } });
    await startExperiment(stage, "upper", { namespace: { name: "landing", from: 0.5, to: 1 } });
    const student = await insertMember(stage.db, stage.clock.now());
    const asked = stage.caller(student);
    expect(await asked.experiments.variant({ key: "tutors-only" })).toMatchObject({
      reason: "not_targeted",
    });
    for (let i = 0; i < 12; i++) {
      const caller = createCaller(stage.context().ctx);
      const both = await Promise.all([
        caller.experiments.variant({ key: "lower" }),
        caller.experiments.variant({ key: "upper" }),
      ]);
      expect(both.filter(({ variant }) => variant !== null)).toHaveLength(1);
    }
  });
});

describe("nobody moves", () => {
  const all = (warm: number) => [
    { key: "control", weightBp: 10_000 - warm },
    { key: "warm", weightBp: warm },
  ];

  it("when the weights change, when it pauses, and when it goes on", async () => {
    await startExperiment(stage, "steady");
    const people = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const browser = stage.browser();
        const { answer } = await browser.ask((ctx) => readVariant(ctx, { key: "steady" }));
        return { browser, value: answer.value };
      }),
    );
    expect(new Set(people.map(({ value }) => value)).size).toBe(2);
    const nobodyMoved = async () => {
      for (const { browser, value } of people) {
        const { answer } = await browser.ask((ctx) => readVariant(ctx, { key: "steady" }));
        expect(answer.value).toBe(value);
      }
    };
    const admin = stage.asAdmin();
    const split = { key: "steady", trafficBp: 10_000 };
    await admin.experiments.split({ ...split, version: 2, variants: all(10_000) });
    await nobodyMoved();
    await admin.experiments.split({ ...split, version: 3, variants: all(0), trafficBp: 100 });
    await nobodyMoved();
    await admin.experiments.pause({ key: "steady", version: 4 });
    await nobodyMoved();
    const newcomer = await readVariant(stage.context().ctx, { key: "steady" });
    expect(newcomer).toMatchObject({ value: "control", variant: null, reason: "paused" });
    // Who has lost the cookie is known by the exposure.
    await admin.experiments.start({ key: "steady", version: 5 });
    await admin.experiments.split({ ...split, version: 6, variants: all(0) });
    for (const { browser } of people) browser.cookies.delete("vt_exp");
    await nobodyMoved();
  });

  it("by joining, nor by signing in at another browser after the weights have changed", async () => {
    await startExperiment(stage, "joining", { variants: all(10_000) });
    const visitorId: VisitorId = newId("vis", stage.clock.now());
    const guest = stage.context({ actor: { kind: "guest", visitorId } });
    expect((await readVariant(guest.ctx, { key: "joining" })).value).toBe("warm");
    const member = await insertMember(stage.db, stage.clock.now(), { visitorId });
    const joined = guest.ctx.events.fact("person.joined", {
      visitorId,
      userId: member.userId,
      props: { persona: "student" },
    });
    await experimentsReact(guest.ctx, joined);
    await stage.asAdmin().experiments.split({
      key: "joining",
      version: 2,
      variants: all(0),
      trafficBp: 10_000,
    });
    const { rows } = await stage.db.execute(
      sql`select assignments from users where id = ${toUuid(member.userId)}`,
    );
    const assignments = rows[0]?.["assignments"] as typeof member.assignments;
    expect(assignments).toMatchObject({ joining: { variant: "warm", phase: 1 } });
    // Another browser: no cookie, only what the session carries.
    const elsewhere = stage.context({ actor: { ...member, assignments } });
    expect((await readVariant(elsewhere.ctx, { key: "joining" })).value).toBe("warm");
    expect(elsewhere.roundTrips.count).toBe(0);
    await stage.asAdmin().experiments.stop({ key: "joining", version: 3 });
    expect(await count(sql`select count(*) as n from users where assignments ? 'joining'`)).toBe(0);
  });

  it("and nobody inherits the variants of somebody else at the same browser", async () => {
    await startExperiment(stage, "shared-browser");
    const browser = stage.browser();
    await browser.ask((ctx) => readVariant(ctx, { key: "shared-browser" }));
    const other = await insertMember(stage.db, stage.clock.now());
    const asked = await browser.ask((ctx) =>
      readVariant({ ...ctx, actor: other }, { key: "shared-browser" }),
    );
    expect(asked.answer.reason).toBe("bucket");
  });
});

describe("the definitions", () => {
  it("come from memory, then KV, then Postgres, and an older copy replaces no newer one", async () => {
    await startExperiment(stage, "cached");
    const cold = stage.context({ flagMemory: { held: null, readAt: 0 } });
    expect((await cold.ctx.flags.definitions()).experiments["cached"]).toBeDefined();
    expect(cold.roundTrips.count).toBe(0);
    await stage.kv.delete("definitions:v1");
    const colder = stage.context({ flagMemory: { held: null, readAt: 0 } });
    await colder.ctx.flags.definitions();
    expect(colder.roundTrips.count).toBe(1);
    const revision = stage.flagMemory.held?.revision ?? 0;
    await stage.kv.put(
      "definitions:v1",
      JSON.stringify({ revision: 0, flags: {}, experiments: {} }),
    );
    stage.clock.advance(2 * minuteMs);
    expect((await stage.context().ctx.flags.definitions()).revision).toBe(revision);
    await stage.context().ctx.flags.renew();
  });
});
