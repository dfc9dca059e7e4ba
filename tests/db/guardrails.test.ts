/** Flags that stop a loop: by an admin, and by a guardrail within two minutes. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { DomainEvent } from "#shared/events.ts";
import { newId, toUuid } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { minuteMs, stageExperiments, startExperiment } from "#tests/support/experiment-stage.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { checkGuardrails } from "#workers/features/experiments/check-guardrails.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { isLoopOn, readFlag } from "#workers/platform/flags.ts";
import { readMailbox } from "#workers/platform/mailer.ts";

const stage = stageExperiments();

async function queueMessages(loop: Loop, count: number): Promise<void> {
  const recipient = toUuid(stage.admin.userId);
  const rows = Array.from({ length: count }, () => toUuid(newId("msg", stage.clock.now())));
  const now = new Date(stage.clock.now()).toISOString();
  await stage.db.execute(sql`insert into messages
      (id, recipient_id, loop, channel, state, send_at, created_at)
    select id::uuid, ${recipient}, ${loop}, 'mail', 'queued', ${now}::timestamptz,
      ${now}::timestamptz from jsonb_array_elements_text(${JSON.stringify(rows)}::jsonb) as id`);
}

async function messageStates(loop: Loop): Promise<Record<string, number>> {
  const { rows } = await stage.db.execute(
    sql`select state, count(*)::int as n from messages where loop = ${loop} group by 1`,
  );
  return Object.fromEntries(rows.map((row) => [String(row["state"]), Number(row["n"])]));
}

/** So many messages sent in that loop, and so many of them complained of. */
async function sendMessages(loop: Loop, sent: number, complained: number, minor = false) {
  const { ctx } = stage.context();
  const recipient = await insertMember(stage.db, stage.clock.now());
  const year = new Date(stage.clock.now()).getUTCFullYear();
  await stage.db.execute(sql`update users set birth_year = ${year - (minor ? 14 : 40)}
    where id = ${toUuid(recipient.userId)}`);
  const about = {
    visitorId: recipient.visitorId,
    userId: recipient.userId,
    loop,
    props: {},
  } as const;
  const events: DomainEvent[] = [
    ...Array.from({ length: sent }, () => ctx.events.fact("message.sent", about)),
    ...Array.from({ length: complained }, () => ctx.events.fact("message.complained", about)),
  ];
  await ctx.db.execute(ctx.events.write(events.map((event) => ({ event }))));
}

const complaints = { metric: "complaint_rate", limit: 0.01 };
const link = (loop: Loop) =>
  ({ loop, destination: "fvm.deck", params: { deckId: "geo-angles" } }) as const;

describe("a guardrail that trips", () => {
  it("turns the loop off, cancels what is queued and tells the admins, within two minutes", async () => {
    await startExperiment(stage, "loud", { loop: "results_rally", guardrails: [complaints] });
    await queueMessages("results_rally", 5);
    await queueMessages("buddy_challenge", 2);
    await sendMessages("results_rally", 300, 2);
    const sweep = async () => {
      const test = stage.context({ actor: { kind: "system" } });
      const result = await checkGuardrails(test.ctx);
      await test.settle();
      return result;
    };
    expect(await sweep()).toEqual({ tripped: 0 });
    expect(await messageStates("results_rally")).toEqual({ queued: 5 });

    await sendMessages("results_rally", 100, 25);
    const harmedAt = stage.clock.now();
    // The cron of the next minute.
    stage.clock.advance(minuteMs);
    expect(await sweep()).toEqual({ tripped: 1 });
    expect(stage.clock.now() - harmedAt).toBeLessThanOrEqual(2 * minuteMs);
    expect(await messageStates("results_rally")).toEqual({ cancelled: 5 });
    expect(await messageStates("buddy_challenge")).toEqual({ queued: 2 });
    const { rows } = await stage.db.execute(sql`select f.killed_at, m.closed_at, c.action
      from flags f, messages m, definition_changes c
      where f.key = 'loop.results_rally' and m.loop = 'results_rally' and c.key = f.key`);
    expect(rows).toHaveLength(5);
    expect(rows[0]?.["killed_at"]).toEqual(rows[0]?.["closed_at"]);
    expect(rows[0]?.["action"]).toBe("tripped");
    const mails = await readMailbox(stage.kv, `${stage.admin.userId}@people.test`);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("Results Rally was turned off");

    expect(await sweep()).toEqual({ tripped: 0 });
    expect(await readMailbox(stage.kv, `${stage.admin.userId}@people.test`)).toHaveLength(1);
    const results = await stage.asAdmin().experiments.results({ key: "loud" });
    expect(results.verdict).toBe("harmful");
  });

  it("is tripped once by two sweeps at the same time", async () => {
    await startExperiment(stage, "raced", { loop: "proud_parent", guardrails: [complaints] });
    await sendMessages("proud_parent", 100, 30);
    const sweeps = [stage.context(), stage.context()].map(({ ctx }) => checkGuardrails(ctx));
    const tripped = (await Promise.all(sweeps)).reduce((sum, each) => sum + each.tripped, 0);
    expect(tripped).toBe(1);
    const { rows } = await stage.db.execute(sql`select count(*)::int as n from definition_changes
      where key = 'loop.proud_parent'`);
    expect(rows[0]?.["n"]).toBe(1);
  });

  it("cancels also what is queued after the loop was turned off", async () => {
    await queueMessages("results_rally", 1);
    await checkGuardrails(stage.context().ctx);
    expect(await messageStates("results_rally")).toEqual({ cancelled: 6 });
  });

  it("about child safety counts minors only, and holds while it is inconclusive", async () => {
    const guardrails = [{ ...complaints, limit: 0.05, childSafety: true }];
    await startExperiment(stage, "children", { loop: "tutor_spotlight", guardrails });
    await sendMessages("tutor_spotlight", 100, 30);
    await checkGuardrails(stage.context().ctx);
    const held = await stage.asAdmin().experiments.results({ key: "children" });
    expect(held.guardrails[0]).toMatchObject({ state: "inconclusive", persons: 0 });
    expect(held.verdict).toBe("hold");
    await sendMessages("tutor_spotlight", 600, 3, true);
    await checkGuardrails(stage.context().ctx);
    const safe = await stage.asAdmin().experiments.results({ key: "children" });
    expect(safe.guardrails[0]).toMatchObject({ state: "safe", persons: 600, events: 3 });
    expect(safe.verdict).toBe("too_early");
  });

  it("reads the latency to a first value, and the share of fraud", async () => {
    const guardrails = [
      { metric: "fvm_latency", limit: 90_000, quantile: 0.5 },
      { metric: "fraud_share", limit: 0.2 },
    ];
    await startExperiment(stage, "slow", { loop: "buddy_challenge", guardrails });
    const { ctx } = stage.context();
    const linkId = ctx.ids.next("link");
    const people = Array.from({ length: 40 }, () => ctx.ids.next("vis"));
    const opened = people.map((visitorId) => ({
      ...ctx.events.fact("invite.sent", { visitorId, linkId, loop: "buddy_challenge", props: {} }),
      name: "invite.opened" as const,
      props: { weak: false },
    }));
    await ctx.db.execute(ctx.events.write(opened.map((event) => ({ event }))));
    stage.clock.advance(100_000);
    const props = {
      runId: ctx.ids.next("run"),
      deckId: "geo-angles",
      subject: "geometry",
    } as const;
    const reached = people.map((visitorId) =>
      ctx.events.fact("fvm.reached", { visitorId, linkId, loop: "buddy_challenge", props }),
    );
    await ctx.db.execute(ctx.events.write(reached.map((event) => ({ event }))));
    expect(await checkGuardrails(ctx)).toEqual({ tripped: 1 });
    const results = await stage.asAdmin().experiments.results({ key: "slow" });
    expect(results.guardrails).toMatchObject([
      { state: "tripped", events: 40, persons: 40 },
      { state: "inconclusive", persons: 0 },
    ]);
  });
});

describe("a loop that is off", () => {
  it("makes no smart links, whether the edge knows of it yet or only the database", async () => {
    const member = await insertMember(stage.db, stage.clock.now());
    const gone = { code: "GONE" };
    const knowing = stage.context({ actor: member });
    await expect(createSmartLink(knowing.ctx, link("results_rally"))).rejects.toMatchObject(gone);
    expect(knowing.roundTrips.count).toBe(0);
    const behind = stage.context({
      actor: member,
      flagMemory: {
        held: { revision: 0, flags: {}, experiments: {} },
        readAt: stage.clock.now(),
      },
    });
    await expect(createSmartLink(behind.ctx, link("results_rally"))).rejects.toMatchObject(gone);
    const { rows } = await stage.db.execute(sql`select
      (select count(*)::int from smart_links where inviter_id = ${toUuid(member.userId)}) as links,
      (select count(*)::int from events where name = 'invite.sent'
        and user_id = ${toUuid(member.userId)}) as invites`);
    expect(rows[0]).toEqual({ links: 0, invites: 0 });
  });

  it("is on again once an admin changes its flag", async () => {
    const admin = stage.asAdmin();
    await admin.experiments.stop({ key: "loud", version: 2 });
    const { flags } = await admin.flags.list({});
    const flag = flags.find(({ key }) => key === "loop.results_rally");
    expect(flag?.killReason).toBe("guardrail complaint_rate of loud");
    await admin.flags.set({
      key: "loop.results_rally",
      version: flag?.version ?? 0,
      description: "Turns the loop off",
      kind: "boolean",
      enabled: true,
      defaultValue: true,
      offValue: false,
    });
    await checkGuardrails(stage.context().ctx);
    const member = await insertMember(stage.db, stage.clock.now());
    const { ctx } = stage.context({ actor: member });
    expect(await isLoopOn(ctx, "results_rally")).toBe(true);
    expect((await createSmartLink(ctx, link("results_rally"))).code).toHaveLength(12);
  });
});

describe("flags", () => {
  const flag = {
    key: "new-landing",
    description: "The landing page with the otter",
    kind: "boolean",
    enabled: true,
    defaultValue: false,
    offValue: false,
    rules: [
      { ruleId: "tutors", targeting: { personas: ["tutor"] }, percentBp: 10_000, value: true },
      { ruleId: "third", percentBp: 3_333, value: true },
    ],
  } as const;
  const set = (change: Record<string, unknown> = {}) =>
    stage.asAdmin().flags.set({ ...structuredClone(flag), ...change } as never);
  const asked = (ctx: Parameters<typeof readFlag>[0]) =>
    readFlag(ctx, "new-landing", { fallback: false });

  it("go by their rules, in order, and by the share", async () => {
    await set();
    expect(await asked(stage.context({ actor: stage.admin }).ctx)).toMatchObject({
      value: true,
      reason: "rule",
      ruleId: "tutors",
      version: 1,
    });
    let on = 0;
    for (let i = 0; i < 3_000; i++) {
      const { value } = await asked({
        flags: stage.context().ctx.flags,
        actor: { kind: "guest", visitorId: newId("vis", stage.clock.now()) },
      });
      if (value) on += 1;
    }
    expect(Math.abs(on / 3_000 - 0.3333)).toBeLessThan(0.04);
  });

  it("refuse values of another kind, and an older version", async () => {
    await expect(set({ version: 1, defaultValue: "yes" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await set({ version: 1, description: "The landing page" });
    await expect(set({ version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(set()).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are off for everybody once killed", async () => {
    const kill = { key: "new-landing", reason: "the otter frightens people" };
    expect(await stage.asAdmin().flags.kill(kill)).toEqual({ status: "killed" });
    expect(await stage.asAdmin().flags.kill(kill)).toEqual({ status: "not_on" });
    expect(await asked(stage.context({ actor: stage.admin }).ctx)).toMatchObject({
      value: false,
      reason: "killed",
    });
  });

  it("a loop's flag killed by hand cancels its messages in the same transaction", async () => {
    await queueMessages("buddy_challenge", 3);
    await stage.asAdmin().flags.kill({ key: "loop.buddy_challenge", reason: "too many at once" });
    expect((await messageStates("buddy_challenge"))["queued"]).toBeUndefined();
  });
});
