/** The second route to who was active on which day: from raw events, in plain code. */
import {
  activityEvents,
  all,
  dayMs,
  longestStretchDays,
  noPersona,
  nudgeEvents,
  sessionGapMs,
  timeBin,
} from "./definitions.ts";
import { type RawEvent, type RawHistory, utcDay } from "./raw-history.ts";
import type { Counts } from "./recount.ts";

export interface EngagementKey {
  persona: string;
  measure: string;
  day: string;
  bin: number;
}

export const engagementKey = (key: EngagementKey): string =>
  [key.day, key.persona, key.measure, key.bin].join("|");

type Tally = (measure: string, bin?: number) => void;

/** Every calendar day that is not sealed and looks back at no sealed one. */
export function recountEngagement(history: RawHistory): Counts {
  const counts = new Map<string, number>();
  for (const id of history.persons()) {
    const account = history.accountOf(id);
    if (account?.blocked || history.isBot(id)) continue;
    let before: string | null = null;
    for (const [day, events] of byDay(history.own(id))) {
      if (isOpen(history, day)) {
        tallyDay(events, { day, before, member: account !== null }, (measure, bin = 0) => {
          for (const persona of [all, account?.persona ?? noPersona]) {
            const key = engagementKey({ persona, measure, day, bin });
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
        });
      }
      if (events.some(isActivity)) before = day;
    }
  }
  return counts;
}

const isActivity = ({ name }: RawEvent) => activityEvents.some((known) => known === name);
const isNudge = ({ name }: RawEvent) => nudgeEvents.some((known) => known === name);
const isAnswer = ({ name }: RawEvent) => name === "nudge.taken" || name === "push.tapped";
const isReaction = ({ name }: RawEvent) => name === "reaction.changed";
const isView =
  (surface: string) =>
  ({ name, props }: RawEvent) =>
    name === "surface.viewed" && props["surface"] === surface;

function isOpen({ people }: RawHistory, day: string): boolean {
  if (people.sealedThrough === null) return true;
  return Date.parse(day) > Date.parse(people.sealedThrough) + longestStretchDays * dayMs;
}

function byDay(events: readonly RawEvent[]): Map<string, RawEvent[]> {
  const days = new Map<string, RawEvent[]>();
  for (const event of events) {
    const day = utcDay(event.at);
    const list = days.get(day);
    if (list) list.push(event);
    else days.set(day, [event]);
  }
  return days;
}

/** What one person's events of one day say; `before` is the last day on which there was activity. */
function tallyDay(
  events: readonly RawEvent[],
  about: { day: string; before: string | null; member: boolean },
  tally: Tally,
): void {
  if (events.some(isActivity)) {
    tally("active", daysAway(about.day, about.before));
    if (about.member) tally("member");
  }
  if (about.member) {
    if (events.some(isReaction)) tally("reacted");
    if (events.some(isReaction) || events.some(isView("activity"))) tally("feed");
    if (events.some(isView("leaderboard"))) tally("board");
  }
  if (events.some(isNudge)) {
    tally("nudged");
    if (events.some(isAnswer)) tally("answered");
  }
  const lengths = sessionLengths(events);
  if (lengths.length > 0) tally("seen");
  for (const ms of lengths) tally("session", timeBin(ms));
}

function daysAway(day: string, before: string | null): number {
  if (before === null) return longestStretchDays;
  return Math.min(longestStretchDays, (Date.parse(day) - Date.parse(before)) / dayMs);
}

/** Milliseconds in view, of each session of one person's day. */
function sessionLengths(events: readonly RawEvent[]): number[] {
  const lengths: number[] = [];
  let ended: number | null = null;
  for (const { name, at, props } of events) {
    if (name !== "presence.session") continue;
    const ms = Number(props["durationMs"] ?? 0);
    if (ended === null || at - ms - ended >= sessionGapMs) lengths.push(0);
    lengths[lengths.length - 1] = (lengths[lengths.length - 1] ?? 0) + ms;
    ended = at;
  }
  return lengths;
}
