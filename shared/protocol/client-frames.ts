/** What a browser says to a room. */
import * as v from "valibot";
import {
  counter,
  exceedsBytes,
  type FrameOf,
  type Reading,
  readFrame,
  shortText,
} from "./frame.ts";
import { wireLimits } from "./limits.ts";

/** What a person says of themselves, strongest first: of their tabs the strongest counts. */
export const statuses = ["in_quiz", "studying", "online", "away"] as const;
export type Status = (typeof statuses)[number];

/** What a person does. A closed list: nobody reads another's free text. */
export const activities = ["deck", "results", "leaderboard", "cohort", "home"] as const;
export type Activity = (typeof activities)[number];

/** A topic, and what the client last saw of it: epoch (null: nothing yet) and sequence. */
const position = v.object({ t: shortText, e: v.nullable(shortText), q: counter });

export const clientSchemas = {
  /** First of all. `id` names this connection, `sid` the tab that stays. */
  hello: v.object({
    id: shortText,
    sid: shortText,
    topics: v.pipe(v.array(position), v.maxLength(wireLimits.topicsPerSocket)),
  }),
  /** Send me this topic anew: I missed something. */
  sync: v.object({ t: shortText }),
  /** I have everything up to here. Not counted against the rate. */
  ack: position,
  /** My status and what I do; of two the greater `n` stays. */
  set: v.object({
    n: counter,
    status: v.picklist(statuses),
    act: v.optional(v.nullable(v.picklist(activities))),
  }),
  /** Whose changes I want at once, by their handles in this room; replaces the list before. */
  watch: v.object({
    handles: v.pipe(v.array(shortText), v.maxLength(wireLimits.watchedHandles)),
  }),
} as const;

export type ClientFrame = FrameOf<typeof clientSchemas>;
export type ClientBody<T extends ClientFrame["type"]> = Extract<ClientFrame, { type: T }>["body"];

/** Reads what a client sent. Binary messages are malformed; too large is told apart. */
export function parseClientFrame(
  text: string | ArrayBuffer,
): Reading<ClientFrame> | { status: "too_large" } {
  if (typeof text !== "string") return { status: "malformed" };
  if (exceedsBytes(text, wireLimits.inboundBytes)) return { status: "too_large" };
  return readFrame(clientSchemas, text);
}

export function clientFrame<T extends ClientFrame["type"]>(type: T, body: ClientBody<T>): string {
  return JSON.stringify([type, body]);
}
