/** The gauges of `/metrics`, all from Postgres: what isolates count for themselves cannot be added up. */
import { loops } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { type Backlog, readBacklog } from "./backlog.repo.ts";
import { all } from "./definitions.ts";
import { countOf } from "./intake-figures.ts";
import { countsOfLoop, matureThrough, personsIn, scopeOf } from "./metrics-scope.ts";
import type { Gauge } from "./prometheus-text.ts";
import { type DayReading, type Reading, readDays, readMature } from "./readings.repo.ts";

const windowDays = 14;

/** One round trip. Days are UTC; a loop of "" is all of them. */
export async function readGauges(ctx: Pick<Ctx, "db" | "clock">): Promise<Gauge[]> {
  const now = new Date(ctx.clock.now());
  const today = now.toISOString().slice(0, 10);
  const scope = scopeOf({ windowDays });
  const asked = [
    { loops: [all], measures: ["persons"] },
    { loops: [all, ...loops], measures: ["invites", "credited"], bin: windowDays },
  ];
  const through = matureThrough(now.getTime(), windowDays);
  const [sums, days, backlog] = await ctx.db.batch([
    readMature(ctx.db, scope, { asked, matureThrough: through }),
    readDays(ctx.db, { ...scope, from: today, to: today }),
    readBacklog(ctx.db, now),
  ]);
  return [
    ...inputsOfK(sums.rows as unknown as Reading[]),
    ...backlogGauges(backlog.rows[0] as unknown as Backlog),
    {
      name: "events_today",
      help: "Events since midnight, UTC, that the guardrails count.",
      samples: (days.rows as unknown as DayReading[])
        .filter(({ measure }) => measure !== "latency")
        .map(({ measure, n }) => ({ labels: { event: measure }, value: n })),
    },
  ];
}

/** The inputs of K of the mature intakes, so that whoever reads them divides sums, not ratios. */
function inputsOfK(rows: readonly Reading[]): Gauge[] {
  const persons = personsIn(rows);
  const sum = (loop: string, measure: string) =>
    countOf(countsOfLoop(rows, loop), measure, windowDays);
  const byLoop = (value: (loop: string) => number | null) =>
    [all, ...loops].map((loop) => ({
      labels: { loop, window_days: String(windowDays) },
      value: value(loop),
    }));
  const credited = (loop: string) => sum(loop, "credited");
  return [
    {
      name: "mature_persons",
      help: "People of the mature intakes.",
      samples: [{ labels: { window_days: String(windowDays) }, value: persons }],
    },
    {
      name: "mature_credited",
      help: "People whom the mature intakes brought to a first value within the window.",
      samples: byLoop(credited),
    },
    {
      name: "mature_invites",
      help: "Invites of the mature intakes within the window.",
      samples: byLoop((loop) => sum(loop, "invites")),
    },
    {
      name: "k",
      help: "K of the mature intakes.",
      samples: byLoop((loop) => (persons > 0 ? credited(loop) / persons : null)),
    },
  ];
}

function backlogGauges(backlog: Backlog): Gauge[] {
  const one = (name: string, help: string, value: number): Gauge => ({
    name,
    help,
    samples: [{ value }],
  });
  return [
    one(
      "deliveries_waiting",
      "Deliveries of events to features still to be made.",
      backlog.deliveries,
    ),
    one("deliveries_dead", "Deliveries given up.", backlog.deadDeliveries),
    one("deliveries_overdue_seconds", "How late the oldest delivery is.", backlog.overdueSeconds),
    one("messages_queued", "Messages still to be sent.", backlog.queuedMessages),
    one("rollup_marks", "Changes that the sweep has not seen yet.", backlog.marks),
    one("rollup_buckets", "Buckets to be counted again.", backlog.dirtyBuckets),
    ...(backlog.copyAgeSeconds === null
      ? []
      : [
          one(
            "event_copy_age_seconds",
            "Age of the oldest event that is not in the second sink yet.",
            backlog.copyAgeSeconds,
          ),
        ]),
  ];
}
