/** Each minute: reads the guardrails of running experiments, and turns off the loops that hurt. */
import { loopFlagKey } from "#shared/experiments.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { commitStatements } from "./changes.repo.ts";
import { cancelMessages, killFlagOf, wasKilledBy } from "./flags.repo.ts";
import { countGuardrails, type GuardrailCounts, writeReadings } from "./guardrails.repo.ts";
import {
  type GuardrailReading,
  latencyGuardrail,
  rateGuardrail,
} from "./statistics/guardrail-test.ts";

/** One false alarm in twenty experiments, over all guardrails of one and all looks. */
const alpha = 0.05;

interface ReadCounts extends GuardrailCounts {
  reading: GuardrailReading;
}

/**
 * Answers how many loops were turned off. Flag, queued messages, reading and the news for the
 * admins are one transaction for each loop. It also hands the definitions to the edge anew.
 */
export async function checkGuardrails(ctx: Ctx): Promise<{ tripped: number }> {
  const now = new Date(ctx.clock.now());
  const read: ReadCounts[] = (await countGuardrails(ctx.db, now)).map((counts) => ({
    ...counts,
    reading: testOf(counts),
  }));
  let tripped = 0;
  for (const counts of read.filter(({ reading }) => reading.state === "tripped")) {
    if (await turnLoopOff(ctx, counts, now)) tripped += 1;
  }
  const kept = read.length > 0 ? [writeReadings(read, now)] : [];
  await commitStatements(ctx.db, [cancelMessages(now), ...kept]);
  await ctx.flags.renew();
  return { tripped };
}

function testOf({ metric, limit, quantile, events, persons, guardrails }: GuardrailCounts) {
  const level = alpha / guardrails;
  // A person may complain of one message twice, or of one sent before: never more than all.
  const most = Math.min(events, persons);
  return metric === "fvm_latency"
    ? latencyGuardrail({ slower: most, persons }, quantile ?? 0.9, level)
    : rateGuardrail({ events: most, persons }, limit, level);
}

/** False when the loop was off already. */
async function turnLoopOff(ctx: Ctx, counts: ReadCounts, now: Date): Promise<boolean> {
  const key = loopFlagKey(counts.loop);
  const reason = `guardrail ${counts.metric} of ${counts.experimentKey}`;
  const event = ctx.events.fact("guardrail.tripped", {
    visitorId: counts.ownerVisitorId,
    loop: counts.loop,
    props: { experimentKey: counts.experimentKey, metric: counts.metric },
  });
  const kill = { key, reason, eventId: event.eventId };
  const change = { key, action: "tripped", actorId: null, now };
  const { written } = await commitWithEvents(
    ctx,
    [killFlagOf(kill, change), cancelMessages(now), writeReadings([counts], now)],
    [{ event, onlyIf: wasKilledBy(key, event.eventId) }],
  );
  return written.length > 0;
}
