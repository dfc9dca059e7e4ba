/** What one person adds to the intake, counted from the raw events of those it concerns. */
import { lookBackDays } from "#shared/event-days.ts";
import {
  activityEvents,
  all,
  countedRefusals,
  dayMs,
  type Exclusion,
  type FunnelStep,
  longestWindowDays,
  noPersona,
  noSubject,
  retention,
  stepDays,
  timeBin,
  windows,
} from "./definitions.ts";
import { inOrder, type RawEvent, type RawHistory } from "./raw-history.ts";

/** Adds `n` to a count. */
export type Tally = (loop: string, measure: string, bin: number, n: number) => void;

export interface IntakePerson {
  id: string;
  t0: number;
  subject: string;
  persona: string;
  bot: boolean;
  blocked: boolean;
}

/** Null for who never completed a deck. */
export function findPerson(history: RawHistory, id: string): IntakePerson | null {
  const decks = history.own(id).filter((event) => event.name === "deck.completed");
  const first = decks.find((event) => event.props["flagged"] !== true) ?? decks[0];
  if (!first) return null;
  const account = history.accountOf(id);
  return {
    id,
    t0: first.at,
    subject: String(first.props["subject"] ?? noSubject),
    persona: account?.persona ?? noPersona,
    bot: first.props["flagged"] === true,
    blocked: account?.blocked ?? false,
  };
}

/** Adds all that the person counts for. */
export function tallyPerson(history: RawHistory, person: IntakePerson, tally: Tally): void {
  const excluded = person.blocked ? "blocked_person" : person.bot ? "bot_person" : null;
  tally(all, excluded ? `excluded.${excluded}` : "persons", 0, 1);
  if (excluded) return;
  const both: Tally = (loop, measure, bin, n) => {
    tally(all, measure, bin, n);
    if (loop !== all) tally(loop, measure, bin, n);
  };
  tallyCredits(history, person, both, tally);
  tallyRefusals(history, person, both);
  tallyOwn(history, person, both);
  tallyFunnel(history, person, both);
}

interface Credit {
  event: RawEvent;
  reason: Exclusion | null;
}

function tallyCredits(history: RawHistory, person: IntakePerson, both: Tally, tally: Tally): void {
  for (const [name, measure] of [
    ["invite.fvm", "invitees"],
    ["invite.joined", "joiners"],
  ] as const) {
    const credits = judgeCredits(history, person, name);
    for (const days of windows) {
      const within = credits.filter(({ event }) => event.at < person.t0 + days * dayMs);
      const brought = new Map<string, number>();
      for (const { event, reason } of within) {
        if (reason && name === "invite.fvm") both(event.loop ?? all, `excluded.${reason}`, days, 1);
        if (reason) continue;
        for (const loop of new Set([event.loop ?? all, all])) {
          brought.set(loop, (brought.get(loop) ?? 0) + 1);
        }
      }
      for (const [loop, count] of brought) {
        tally(loop, `${measure}.${days}`, count, 1);
        if (measure === "invitees") tally(loop, "credited", days, count);
      }
    }
    for (const { event, reason } of credits) {
      if (!reason && name === "invite.fvm") {
        both(event.loop ?? all, "cycle", timeBin(event.at - person.t0), 1);
      }
    }
  }
}

/** The first credit for each invitee, in order, with the reason not to count it. */
function judgeCredits(history: RawHistory, person: IntakePerson, name: string): Credit[] {
  const end = person.t0 + longestWindowDays * dayMs;
  const invitees = new Set<string>();
  const households = new Set<string>();
  const credits: Credit[] = [];
  for (const event of history.creditsOf(person.id)) {
    if (event.name !== name || event.at < person.t0 || event.at >= end) continue;
    const invitee = history.personOf(event.visitorId);
    if (invitees.has(invitee)) continue;
    invitees.add(invitee);
    credits.push({ event, reason: judge(history, person, event, households) });
  }
  return credits;
}

function judge(
  history: RawHistory,
  person: IntakePerson,
  event: RawEvent,
  households: Set<string>,
): Exclusion | null {
  const invitee = history.personOf(event.visitorId);
  if (invitee === person.id) return "self_invite";
  if (history.accountOf(invitee)?.blocked) return "blocked";
  if (history.isBot(invitee)) return "bot";
  const elsewhere = history
    .own(invitee)
    .some(
      (other) =>
        other.name === event.name &&
        other.inviterVisitorId !== null &&
        history.personOf(other.inviterVisitorId) !== person.id &&
        other.at >= event.at - lookBackDays * dayMs &&
        inOrder(other, event) < 0,
    );
  if (elsewhere) return "credited_elsewhere";
  const household = history.householdOf(invitee);
  if (household === null) return null;
  if (household === history.householdOf(person.id) || households.has(household)) return "household";
  households.add(household);
  return null;
}

function tallyRefusals(history: RawHistory, person: IntakePerson, both: Tally): void {
  const account = history.accountOf(person.id);
  if (!account) return;
  for (const { loop, refusal, at } of history.refusalsOf(account.id)) {
    if (at < person.t0 || !countedRefusals.some((counted) => counted === refusal)) continue;
    for (const days of windows) {
      if (at < person.t0 + days * dayMs) both(loop, `excluded.${refusal}`, days, 1);
    }
  }
}

function tallyOwn(history: RawHistory, person: IntakePerson, both: Tally): void {
  const own = history.own(person.id).filter((event) => event.at >= person.t0);
  for (const event of own) {
    for (const days of windows.filter((window) => event.at < person.t0 + window * dayMs)) {
      if (event.name === "invite.sent") both(event.loop ?? all, "invites", days, 1);
      const sign = { "reward.granted": 1, "reward.reversed": -1 }[event.name];
      if (sign === undefined) continue;
      both(event.loop ?? all, "rewards", days, sign);
      const cents = Number(event.props["unitCostCents"] ?? 0);
      both(event.loop ?? all, "reward_cents", days, sign * cents);
    }
  }
  const active = own.filter(({ name }) => activityEvents.some((known) => known === name));
  for (const day of [1, 7] as const) {
    const { from, to } = retention[day];
    const came = active.some(({ at }) => {
      const hours = (at - person.t0) / 3_600_000;
      return hours >= from && hours < to;
    });
    if (came) both(all, "retained", day, 1);
  }
}

/** Each invitee's way, from the first open that lies within its step after the link was sent. */
function tallyFunnel(history: RawHistory, person: IntakePerson, both: Tally): void {
  const links = sentLinks(history, person);
  const ways = new Map<string, { opened: RawEvent; sent: RawEvent }>();
  const touches = [...links].flatMap(([link, sent]) =>
    history.touches(link).map((touch) => ({ touch, sent })),
  );
  touches.sort((a, b) => inOrder(a.touch, b.touch));
  for (const { touch, sent } of touches) {
    const invitee = history.personOf(touch.visitorId);
    if (touch.name !== "invite.opened" || ways.has(invitee) || !counts(history, person, invitee)) {
      continue;
    }
    const within = sent.at + stepDays.opened * dayMs;
    if (touch.at >= sent.at && touch.at < within) ways.set(invitee, { opened: touch, sent });
  }
  for (const [invitee, { opened, sent }] of ways) {
    const loop = sent.loop ?? all;
    both(loop, "funnel.opened", timeBin(opened.at - sent.at), 1);
    let at: number | null = opened.at;
    const next = (step: FunnelStep, events: readonly RawEvent[], name: string) => {
      if (at === null) return;
      const found = nextWithin(history, { events, name, invitee, at, days: stepDays[step] });
      if (found !== null) both(loop, `funnel.${step}`, timeBin(found - at), 1);
      at = found;
    };
    next(
      "engaged",
      touches.map(({ touch }) => touch),
      "invite.engaged",
    );
    next("fvm", history.creditsOf(person.id), "invite.fvm");
    next("joined", history.creditsOf(person.id), "invite.joined");
  }
}

function sentLinks(history: RawHistory, person: IntakePerson): Map<string, RawEvent> {
  const end = person.t0 + longestWindowDays * dayMs;
  const links = new Map<string, RawEvent>();
  for (const event of history.own(person.id)) {
    if (event.name !== "invite.sent" || event.at < person.t0 || event.at >= end) continue;
    if (event.linkId && !links.has(event.linkId)) links.set(event.linkId, event);
  }
  return links;
}

function counts(history: RawHistory, person: IntakePerson, invitee: string): boolean {
  if (invitee === person.id || history.accountOf(invitee)?.blocked) return false;
  return !history.isBot(invitee);
}

function nextWithin(
  history: RawHistory,
  step: { events: readonly RawEvent[]; name: string; invitee: string; at: number; days: number },
): number | null {
  const found = step.events.find(
    (event) =>
      event.name === step.name &&
      event.at >= step.at &&
      event.at < step.at + step.days * dayMs &&
      history.personOf(event.visitorId) === step.invitee,
  );
  return found?.at ?? null;
}
