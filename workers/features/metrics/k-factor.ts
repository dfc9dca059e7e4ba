/** The viral coefficient K of an intake within a window, with its inputs and its interval. */
import { drawBinomial } from "./binomial.ts";
import { randomStream } from "./random-stream.ts";

/** How many persons brought 0, 1, 2 … invitees to a first value. */
export type InviteeHistogram = ReadonlyMap<number, number>;

/** Counts over a set of persons, each with the same window after their own `t0`. */
export interface IntakeCounts {
  persons: number;
  invites: number;
  histogram: InviteeHistogram;
}

export interface KFactor {
  persons: number;
  credited: number;
  invites: number;
  /** Credited invitees per person; null where there is nobody. */
  k: number | null;
  /** Invites per person: sum / sum. */
  invitesPerPerson: number | null;
  /** Credited invitees per invite: sum / sum. Their product is K. */
  fvmPerInvite: number | null;
  interval: { low: number; high: number } | null;
}

/** So that both ends are a replicate: 0.025 · 1,000 and 0.975 · 1,000 are whole. */
const replicates = 999;

/** K and its family from counts. Those who invited nobody are persons too. */
export function kFactor(counts: IntakeCounts, seed = 1): KFactor {
  const credited = sumInvitees(counts.histogram);
  const { persons, invites } = counts;
  return {
    persons,
    credited,
    invites,
    k: persons > 0 ? credited / persons : null,
    invitesPerPerson: persons > 0 ? invites / persons : null,
    fvmPerInvite: invites > 0 ? credited / invites : null,
    interval: persons > 1 ? bootstrapInterval(counts.histogram, seed) : null,
  };
}

function sumInvitees(histogram: InviteeHistogram): number {
  let sum = 0;
  for (const [invitees, persons] of histogram) sum += invitees * persons;
  return sum;
}

/**
 * The 95 % percentile interval of a bootstrap clustered by inviter (Efron & Tibshirani, An
 * Introduction to the Bootstrap, 1993, section 13.3): drawing persons with replacement is one
 * multinomial draw over the histogram a replicate.
 */
export function bootstrapInterval(
  histogram: InviteeHistogram,
  seed: number,
): { low: number; high: number } {
  const random = randomStream(seed);
  const cells = [...histogram].sort(([a], [b]) => a - b);
  const persons = cells.reduce((sum, [, count]) => sum + count, 0);
  const means: number[] = [];
  for (let i = 0; i < replicates; i++) means.push(drawMean(cells, persons, random));
  means.sort((a, b) => a - b);
  return { low: percentile(means, 0.025), high: percentile(means, 0.975) };
}

/** One multinomial draw as a chain of binomials, each given what the cells before it left. */
function drawMean(
  cells: readonly (readonly [number, number])[],
  persons: number,
  random: () => number,
): number {
  let leftPersons = persons;
  let leftDraws = persons;
  let sum = 0;
  for (const [invitees, count] of cells) {
    const drawn = drawBinomial(leftDraws, leftPersons > 0 ? count / leftPersons : 0, random);
    sum += invitees * drawn;
    leftDraws -= drawn;
    leftPersons -= count;
  }
  return persons > 0 ? sum / persons : 0;
}

/** The `share * (B + 1)`th of B sorted values (Davison & Hinkley, Bootstrap Methods, 1997, 5.2). */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length + 1)) - 1] ?? 0;
}

/** All persons a single one brings in the end, itself included: 1 / (1 - K); null from K = 1 on. */
export function amplification(k: number | null): number | null {
  return k !== null && k < 1 ? 1 / (1 - k) : null;
}
