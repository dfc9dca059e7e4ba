/** First uses and sweeps at the same moment, on a PostgreSQL that really runs them side by side. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { newId, toUuid } from "#shared/ids.ts";
import { stageExperiments, startExperiment } from "#tests/support/experiment-stage.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { checkGuardrails } from "#workers/features/experiments/check-guardrails.ts";
import { readVariant } from "#workers/features/experiments/read-variant.ts";

const stage = stageExperiments();

async function count(query: ReturnType<typeof sql>): Promise<number> {
  return Number((await stage.db.execute(query)).rows[0]?.["n"]);
}

it("20 first uses of each of 10 persons give one exposure and one fact each", async () => {
  await startExperiment(stage, "raced");
  const people = Array.from({ length: 10 }, () => newId("vis", stage.clock.now()));
  const answers = await Promise.all(
    people.flatMap((visitorId) =>
      Array.from({ length: 20 }, async () => {
        const { ctx } = stage.context({ actor: { kind: "guest", visitorId } });
        return `${visitorId} ${(await readVariant(ctx, { key: "raced" })).value}`;
      }),
    ),
  );
  expect(new Set(answers).size).toBe(10);
  expect(await count(sql`select count(*) as n from exposures`)).toBe(10);
  expect(await count(sql`select count(*) as n from events where name = 'exp.exposed'`)).toBe(10);
});

it("five sweeps turn a loop off once, and tell of it once", async () => {
  const guardrails = [{ metric: "complaint_rate", limit: 0.01 }];
  await startExperiment(stage, "swept", { loop: "proud_parent", guardrails });
  const { visitorId, userId } = await insertMember(stage.db, stage.clock.now());
  const { ctx } = stage.context();
  const about = { visitorId, userId, loop: "proud_parent", props: {} } as const;
  const events = [
    ...Array.from({ length: 100 }, () => ctx.events.fact("message.sent", about)),
    ...Array.from({ length: 30 }, () => ctx.events.fact("message.complained", about)),
  ];
  await ctx.db.execute(ctx.events.write(events.map((event) => ({ event }))));
  const messages = Array.from({ length: 50 }, () => toUuid(newId("msg", stage.clock.now())));
  await stage.db.execute(sql`insert into messages
      (id, recipient_id, loop, channel, state, send_at, created_at)
    select id::uuid, ${toUuid(userId)}, 'proud_parent', 'push', 'queued', now(), now()
    from jsonb_array_elements_text(${JSON.stringify(messages)}::jsonb) as id`);
  const sweeps = Array.from({ length: 5 }, () => checkGuardrails(stage.context().ctx));
  const tripped = (await Promise.all(sweeps)).reduce((sum, each) => sum + each.tripped, 0);
  expect(tripped).toBe(1);
  expect(await count(sql`select count(*) as n from events where name = 'guardrail.tripped'`)).toBe(
    1,
  );
  expect(await count(sql`select count(*) as n from messages where state = 'cancelled'`)).toBe(50);
});
