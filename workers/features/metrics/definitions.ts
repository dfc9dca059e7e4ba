/** What the metrics mean: windows, steps, bins and names. Both routes to a number read them here. */

const secondMs = 1_000;
const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** W, in days after a person's `t0`. */
export const windows = [7, 14, 28] as const;
export type WindowDays = (typeof windows)[number];
export const longestWindowDays = 28;

/** How long each step of the funnel may take after the one before it, in days. */
export const stepDays = { opened: 7, engaged: 1, fvm: 7, joined: 14 } as const;
export const funnelSteps = ["opened", "engaged", "fvm", "joined"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** From an open of a smart link to the first value, at most, in days: beyond it is another visit. */
export const latencyDays = 7;

/** A person came back: hours after `t0`, the last one excluded. */
export const retention = { 1: { from: 24, to: 48 }, 7: { from: 168, to: 192 } } as const;
/** What a person does, as opposed to what happens to one. */
export const activityEvents = [
  "deck.started",
  "deck.completed",
  "invite.sent",
  "results.viewed",
  "share.tapped",
  "presence.session",
  "reaction.changed",
  "surface.viewed",
  "nudge.taken",
  "push.tapped",
] as const;

/** The longest stretch of days of which the active persons are told. */
export const longestStretchDays = 28;
/** Pages in view again after less than this, in milliseconds, are the same session. */
export const sessionGapMs = 30 * 60_000;
/** Counted besides what a person does: what came to one. */
export const nudgeEvents = ["nudge.sent", "push.sent"] as const;

/** Why an invitee is no part of K, in the order in which the reasons are looked at. */
export const exclusions = [
  "self_invite",
  "blocked",
  "bot",
  "credited_elsewhere",
  "household",
] as const;
export type Exclusion = (typeof exclusions)[number];
/** Why a person is in no intake. */
export const personExclusions = ["bot_person", "blocked_person"] as const;

/** Of people without an account. */
export const noPersona = "guest";
export const noSubject = "unknown";
/** In a bucket's key: all of them. */
export const all = "";

/** Refusals of a credit at its making that count as an exclusion. */
export const countedRefusals = ["self_invite", "blocked"] as const;

/**
 * Lower edges of the bins of time, in milliseconds, after bin 0, which begins at 0: each about
 * 10 % longer than the one before, with the windows' ends among them.
 */
export const timeEdges: readonly number[] = makeTimeEdges();

function makeTimeEdges(): number[] {
  const edges = new Set<number>(windows.map((days) => days * dayMs));
  for (let edge = secondMs; edge < longestWindowDays * dayMs; edge = Math.ceil(edge * 1.1)) {
    edges.add(edge);
  }
  return [...edges].sort((a, b) => a - b);
}

/** The bin of a duration: how many edges it has reached. */
export function timeBin(durationMs: number): number {
  let low = 0;
  let high = timeEdges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeEdges[middle] ?? 0) <= durationMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first bin that begins at the window's end. */
export function windowBin(days: WindowDays): number {
  return timeBin(days * dayMs);
}
