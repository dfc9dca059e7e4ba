/** From counts of the rollups to K, funnel, retention, cost and guardrails: ratios of sums only. */
import {
  dayMs,
  exclusions,
  funnelSteps,
  personExclusions,
  type WindowDays,
  windowBin,
} from "./definitions.ts";
import { type IntakeCounts, kFactor } from "./k-factor.ts";
import { timeQuantile } from "./time-quantile.ts";

/** One count: of which measure, in which bin. */
export interface Count {
  measure: string;
  bin: number;
  n: number;
}

/** How often a measure was counted in a bin; in all of them where none is named. */
export const countOf = (counts: readonly Count[], measure: string, bin?: number): number =>
  counts.reduce(
    (total, one) =>
      one.measure === measure && (bin === undefined || one.bin === bin) ? total + one.n : total,
    0,
  );

const bins = (counts: readonly Count[], measure: string): Map<number, number> =>
  new Map(counts.filter((one) => one.measure === measure).map(({ bin, n }) => [bin, n]));

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Persons by how many they brought: those who brought nobody are what is left of all persons. */
export function intakeCounts(
  counts: readonly Count[],
  persons: number,
  days: WindowDays,
  measure: "invitees" | "joiners" = "invitees",
): IntakeCounts {
  const histogram = bins(counts, `${measure}.${days}`);
  let others = persons;
  for (const n of histogram.values()) others -= n;
  if (others > 0) histogram.set(0, others);
  return { persons, invites: countOf(counts, "invites", days), histogram };
}

/** K of the first value moments, K of the joins, and how long a cycle takes. */
export function kFamily(counts: readonly Count[], persons: number, days: WindowDays) {
  const byJoin = kFactor(intakeCounts(counts, persons, days, "joiners"));
  const cycle = new Map([...bins(counts, "cycle")].filter(([bin]) => bin < windowBin(days)));
  return {
    ...kFactor(intakeCounts(counts, persons, days)),
    byJoin: { k: byJoin.k, credited: byJoin.credited, interval: byJoin.interval },
    cycle: { medianMs: timeQuantile(cycle, 0.5), p90Ms: timeQuantile(cycle, 0.9) },
  };
}

/** Who was left out, with counts: invitees within the window, and persons of no intake. */
export function excludedOf(counts: readonly Count[], days: WindowDays) {
  return {
    invitees: exclusions.map((reason) => ({
      reason,
      n: countOf(counts, `excluded.${reason}`, days),
    })),
    persons: personExclusions.map((reason) => ({
      reason,
      n: countOf(counts, `excluded.${reason}`),
    })),
  };
}

/** Each step, its share of the step before, and its median time after it. Step 0 is invites sent. */
export function funnelOf(counts: readonly Count[]) {
  let before = countOf(counts, "invites", 28);
  const steps: { step: string; n: number; share: number | null; medianMs: number | null }[] = [
    { step: "sent", n: before, share: null, medianMs: null },
  ];
  for (const step of funnelSteps) {
    const n = countOf(counts, `funnel.${step}`);
    const medianMs = timeQuantile(bins(counts, `funnel.${step}`), 0.5);
    steps.push({ step, n, share: ratio(n, before), medianMs });
    before = n;
  }
  return steps;
}

/** Rewarded first values, what they cost, and the cost of each, in cents. */
export function costOf(counts: readonly Count[], persons: number, days: WindowDays) {
  const rewarded = countOf(counts, "rewards", days);
  const cents = countOf(counts, "reward_cents", days);
  return { persons, rewarded, costCents: cents, centsPerRewarded: ratio(cents, rewarded) };
}

/** D1 and D7 of one intake; null until the whole intake has had those hours. */
export function retentionOf(counts: readonly Count[], day: string, now: number) {
  const persons = countOf(counts, "persons");
  const end = Date.parse(day) + dayMs;
  const rate = (after: 1 | 7) =>
    now >= end + (after + 1) * dayMs ? ratio(countOf(counts, "retained", after), persons) : null;
  return { day, persons, d1: rate(1), d7: rate(7) };
}

/** One day's guardrails: rates of sums, and the median and p90 time from open to first value. */
export function guardrailsOf(counts: readonly Count[], day: string) {
  const messages = countOf(counts, "message.sent");
  const decks = countOf(counts, "deck.completed");
  const latency = bins(counts, "latency");
  return {
    day,
    messages,
    complaintRate: ratio(countOf(counts, "message.complained"), messages),
    optOutRate: ratio(countOf(counts, "message.optedOut"), messages),
    decks,
    fraudShare: ratio(countOf(counts, "deck.flagged"), decks),
    firstValues: countOf(counts, "invite.fvm"),
    latencyMedianMs: timeQuantile(latency, 0.5),
    latencyP90Ms: timeQuantile(latency, 0.9),
  };
}
