/** What a room says to a browser. Nobody is named by more than an alias and the room's handle. */
import * as v from "valibot";
import { achievements } from "../achievements.ts";
import { noticeTypes } from "../notices.ts";
import { periods, subjects } from "../vocabulary.ts";
import { activities, statuses } from "./client-frames.ts";
import {
  counter,
  exceedsBytes,
  type FrameOf,
  type Reading,
  readFrame,
  shortText,
} from "./frame.ts";
import { wireLimits } from "./limits.ts";

const person = { handle: shortText, alias: shortText };

const roomMember = v.object({
  ...person,
  status: v.picklist([...statuses, "offline"]),
  act: v.optional(v.nullable(v.picklist(activities))),
  /** Milliseconds since 1970. */
  joinedAt: counter,
});
export type RoomMember = v.InferOutput<typeof roomMember>;

const feedRow = { id: shortText, ...person, createdAt: counter };
const run = { deckId: shortText, score: counter, total: counter };
const feedItem = v.variant("type", [
  v.object({ ...feedRow, type: v.literal("friend_joined"), props: v.object({}) }),
  v.object({
    ...feedRow,
    type: v.literal("quiz_completed"),
    props: v.object(run),
  }),
  v.object({ ...feedRow, type: v.literal("high_score"), props: v.object(run) }),
  v.object({
    ...feedRow,
    type: v.literal("achievement_unlocked"),
    props: v.object({ achievement: v.picklist(achievements) }),
  }),
  v.object({
    ...feedRow,
    type: v.literal("streak_milestone"),
    props: v.object({ days: counter }),
  }),
  v.object({
    ...feedRow,
    type: v.literal("leaderboard_rank"),
    props: v.object({ subject: v.picklist(subjects), period: v.picklist(periods), top: counter }),
  }),
  v.object({ ...feedRow, type: v.literal("level_up"), props: v.object({ level: counter }) }),
  v.object({
    ...feedRow,
    type: v.literal("challenge_won"),
    props: v.object({ ...run, rivalScore: counter }),
  }),
]);
/** One line of the activity feed. `createdAt` in milliseconds since 1970. */
export type FeedItem = v.InferOutput<typeof feedItem>;

/** A newer server may send types of feed items that this client does not know: they are left out. */
const feedItems = v.pipe(
  v.array(v.unknown()),
  v.transform((list): FeedItem[] => list.filter((item) => v.is(feedItem, item))),
);

const notice = v.object({
  id: shortText,
  type: v.picklist(noticeTypes),
  props: v.record(shortText, v.union([shortText, counter, v.boolean()])),
  at: counter,
  read: v.boolean(),
});
export type WireNotice = v.InferOutput<typeof notice>;

/** As with feed items, types that this client does not know are left out. */
const notices = v.pipe(
  v.array(v.unknown()),
  v.transform((list): WireNotice[] => list.filter((item) => v.is(notice, item))),
);

/** `rank` is one's own; `place` is shared by equal scores. */
const ranked = { rank: counter, place: counter, score: counter };
const standing = v.object({ ...person, ...ranked });
/** One row of a board. */
export type Standing = v.InferOutput<typeof standing>;

/** `rebuilding`: the rows are not there yet. `frozen`: the period has ended. */
export const boardStates = ["open", "rebuilding", "frozen"] as const;
export type BoardState = (typeof boardStates)[number];

/** Every frame of a topic moves it from `q0` to `q` within the epoch `e`. */
const step = { t: shortText, e: shortText, q0: counter, q: counter };

/** How many people are here with each status, and how many do what. */
const counts = {
  by: v.object({ in_quiz: counter, studying: counter, online: counter, away: counter }),
  acts: v.record(v.picklist(activities), counter),
};
export type StatusCounts = v.InferOutput<typeof counts.by>;
export type ActivityCounts = v.InferOutput<typeof counts.acts>;

export const errorNames = [
  "malformed",
  "too_large",
  "rate",
  "hello_first",
  "unknown_topic",
] as const;
export type WireError = (typeof errorNames)[number];

export const serverSchemas = {
  /** Answer to `hello`: who you are in this room, and how often to send `p`. */
  welcome: v.object({
    id: shortText,
    room: shortText,
    handle: shortText,
    heartbeatMs: counter,
    now: counter,
  }),
  /** The whole topic, replacing whatever the client had. `n`: members here now. */
  snap: v.object({
    t: shortText,
    e: shortText,
    q: counter,
    members: v.array(roomMember),
    feed: feedItems,
    n: counter,
    by: v.optional(counts.by),
    acts: v.optional(counts.acts),
    /** What the client missed could not be sent again: this is all there is. */
    recovered: v.optional(v.literal(false)),
  }),
  diff: v.object({
    ...step,
    join: v.array(roomMember),
    upd: v.array(roomMember),
    /** Handles of those who are no longer in the list. */
    leave: v.array(shortText),
    n: counter,
  }),
  ev: v.object({ ...step, items: feedItems }),
  /** Counts as they are: each replaces the one before. */
  occ: v.object({ t: shortText, n: counter, ...counts }),
  /** Reactions to one feed item, as they are; the greater `v` is the newer. */
  rx: v.object({ ev: shortText, counts: v.record(shortText, counter), v: counter }),
  /** The board as it is: each replaces the one before. */
  lb: v.object({
    state: v.picklist(boardStates),
    top: v.array(standing),
    /** You, and who stands next to you; empty for who is not on the board. */
    around: v.array(standing),
    you: v.nullable(v.object(ranked)),
    players: counter,
  }),
  /** The inbox as it is, its newest notices first: each replaces the one before. */
  note: v.object({ unread: counter, items: notices }),
  ok: v.object({ n: counter }),
  /** Come to another object within that time, with a new ticket. */
  move: v.object({ url: shortText, inMs: counter }),
  /** `retryMs` tells when the same would be taken. */
  err: v.object({ code: shortText, retryMs: v.optional(counter) }),
} as const;

export type ServerFrame = FrameOf<typeof serverSchemas>;
export type ServerBody<T extends ServerFrame["type"]> = Extract<ServerFrame, { type: T }>["body"];

/** Reads what a room sent. */
export function parseServerFrame(text: string): Reading<ServerFrame> {
  return readFrame(serverSchemas, text);
}

/** A frame as text. Throws a RangeError above the outbound limit: the room has to send less. */
export function serverFrame<T extends ServerFrame["type"]>(type: T, body: ServerBody<T>): string {
  const text = JSON.stringify([type, body]);
  if (exceedsBytes(text, wireLimits.outboundBytes)) throw new RangeError(`${type} is too large`);
  return text;
}
