/** The catalogue of events: every name, who may write it, and the shape of its props. */
import * as v from "valibot";
import { achievements } from "./achievements.ts";
import { reactionKinds } from "./activity.ts";
import { guardrailMetrics } from "./experiments.ts";
import { verdicts } from "./held-points.ts";
import { type Id, type IdPrefix, isId, type LinkId, type UserId, type VisitorId } from "./ids.ts";
import { type Loop, loops, periods, personas, subjects } from "./vocabulary.ts";

/** Pages whose use is counted: the page of the activity feed, and a subject's leaderboard. */
export const surfaces = ["activity", "leaderboard"] as const;

const id = <P extends IdPrefix>(prefix: P) =>
  v.custom<Id<P>>((value) => isId(prefix, value), `expected an id that begins with ${prefix}_`);
const deckId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{3,40}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));

const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9._-]{1,59}$/));

const deckRun = {
  runId: id("run"),
  deckId,
  subject: v.picklist(subjects),
};
const credited = { inviterId: id("user") };

/** Facts: written by their use case, in its own transaction, never from the browser's word. */
export const facts = {
  "invite.sent": v.object({ subject: v.optional(v.picklist(subjects)) }),
  "deck.started": v.object(deckRun),
  "deck.completed": v.object({
    ...deckRun,
    score: count,
    total: count,
    durationMs: count,
    flagged: v.boolean(),
  }),
  "fvm.reached": v.object(deckRun),
  /** `visitorId` is the invitee; the inviter is credited provisionally. */
  "invite.fvm": v.object(credited),
  /** A person made an account. */
  "person.joined": v.object({ persona: v.picklist(personas) }),
  /** `visitorId` is the invitee; the inviter's credit is fixed. */
  "invite.joined": v.object({ ...credited, subject: v.optional(v.picklist(subjects)) }),
  /** The person has another alias, which whoever shows it reads. */
  "person.renamed": v.object({}),
  /** A guardian agreed to the account of a child that had been waiting. */
  "person.admitted": v.object({}),
  "visibility.changed": v.object({ invisible: v.boolean() }),
  /** A guardian took back the yes to sharing outside. */
  "sharing.withdrawn": v.object({}),
  /** Both agreed, and a minor's guardian where one has to. Shown to nobody but the two. */
  "friends.made": v.object({ friendId: id("user") }),
  "cohort.joined": v.object({ cohortId: id("coh"), subject: v.picklist(subjects) }),
  /** An admin named this member the cohort's tutor, who sees names and results, or no longer. */
  "tutor.named": v.object({ cohortId: id("coh"), named: v.boolean(), adminId: id("user") }),
  /** An admin blocked the account, or lifted that. */
  "account.blocked": v.object({ adminId: id("user") }),
  "account.unblocked": v.object({ adminId: id("user") }),
  "achievement.unlocked": v.object({ achievement: v.picklist(achievements) }),
  /** A streak has come to 7, 30 or 100 days, for the first time. */
  "streak.reached": v.object({ days: count }),
  "level.reached": v.object({ level: count }),
  /** A run was better than the person's best with that deck: by score, or by time. */
  "best.beaten": v.object({ ...deckRun, score: count, total: count, durationMs: count }),
  /** The person has come into the first `top` of a board, for the first time in its period. */
  "rank.reached": v.object({
    subject: v.picklist(subjects),
    period: v.picklist(periods),
    periodStart: v.pipe(v.string(), v.isoDate()),
    top: count,
  }),
  /** An admin has decided about held points; `visitorId` is whose points they are. */
  "points.reviewed": v.object({
    entryId: id("evt"),
    subject: v.picklist(subjects),
    points: count,
    verdict: v.picklist(verdicts),
    reviewerId: id("user"),
  }),
  /** `visitorId` is the invitee, whose run it was; `inviterVisitorId` made the challenge. */
  "challenge.decided": v.object({
    ...deckRun,
    ...credited,
    winner: v.picklist(["inviter", "invitee", "nobody"]),
    inviterScore: count,
    inviteeScore: count,
    total: count,
  }),
  /** A person used an experiment for the first time; once for each person and experiment. */
  "exp.exposed": v.object({ experimentKey: key, variant: key, phase: count }),
  /** `visitorId` is the admin who made the experiment, who is told with all others. */
  "guardrail.tripped": v.object({ experimentKey: key, metric: v.picklist(guardrailMetrics) }),
  /** `visitorId` is the recipient. Written by whoever sends, and by whoever hears the answer. */
  "message.sent": v.object({}),
  "message.complained": v.object({}),
  "message.optedOut": v.object({}),
  /** `visitorId` is the recipient, by whatever channel it came. */
  "nudge.sent": v.object({}),
  /** The recipient did what the nudge asked for. */
  "nudge.taken": v.object({}),
  /** `visitorId` is the recipient. A push need not be a nudge. */
  "push.sent": v.object({}),
  "push.tapped": v.object({}),
  /** `visitorId` is the inviter, who is rewarded for one first value. */
  "reward.granted": v.object({ unitCostCents: count }),
  /** A reward was taken back, at the cost it was granted with. */
  "reward.reversed": v.object({ unitCostCents: count }),
  /** Somebody reacts to an activity event in another way than before; null: no longer. */
  "reaction.changed": v.object({
    activityId: id("feed"),
    kind: v.nullable(v.picklist(reactionKinds)),
  }),
} as const;

/** Telemetry of the Worker's own: arrives by the queue, at least once, stored once. */
export const touches = {
  "invite.opened": v.object({ weak: v.boolean() }),
  "invite.engaged": v.object({}),
} as const;

/** Telemetry that a browser may send, through the same queue: strict, and no free text. */
export const tracked = {
  /** Somebody looked at a result: its student, or a guardian or tutor of that student. */
  "results.viewed": v.strictObject({
    runId: id("run"),
    owner: v.picklist(["you", "your_child", "your_student"]),
  }),
  /** A loop's link went to the share sheet or the clipboard, or stayed where it was. */
  "share.tapped": v.strictObject({
    loop: v.picklist(loops),
    outcome: v.picklist(["shared", "copied", "kept"]),
  }),
  /** Somebody looked at a page of ours by which we tell what is used. */
  "surface.viewed": v.strictObject({ surface: v.picklist(surfaces) }),
  /** Our pages were in view for so long, until they were hidden. */
  "presence.session": v.strictObject({ durationMs: count }),
} as const;

export const eventSchemas = { ...facts, ...touches, ...tracked };
export type FactName = keyof typeof facts;
export type TouchName = keyof typeof touches;
export type TrackedName = keyof typeof tracked;
export type EventName = keyof typeof eventSchemas;
export type EventProps<N extends EventName> = v.InferOutput<(typeof eventSchemas)[N]>;

/** What happened, to whom, when. Times are milliseconds since 1970, by the server's clock. */
export interface DomainEvent<N extends EventName = EventName> {
  eventId: Id<"evt">;
  name: N;
  schemaVersion: 1;
  occurredAt: number;
  receivedAt: number;
  visitorId: VisitorId;
  userId: UserId | null;
  sessionId: Id<"sess"> | null;
  loop: Loop | null;
  /** The smart link that led here. */
  linkId: LinkId | null;
  /** The person credited, on `invite.*` events about an invitee. */
  inviterVisitorId: VisitorId | null;
  props: EventProps<N>;
}

/** True for the name of something that a browser may send. */
export function isTrackedName(name: string): name is TrackedName {
  return Object.hasOwn(tracked, name);
}

/** True when the event has that name; narrows its props. */
export function isEvent<N extends EventName>(event: DomainEvent, name: N): event is DomainEvent<N> {
  return event.name === name;
}
