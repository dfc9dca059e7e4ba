/**
 * Names of rooms: `cohort/<slug>`, `leaderboard/<subject>:<period>:<first day>`,
 * `presence/<subject>:<leaf>`, and `inbox/<user id>`.
 */
import { type Period, periods, type Subject, subjects } from "../vocabulary.ts";

export const liveRooms = ["cohort", "leaderboard", "presence", "inbox"] as const;

/** What one asks a ticket for one's own inbox by: the room is named by the person's id. */
export const ownInbox = "me";
export type LiveRoom = (typeof liveRooms)[number];

/** Where people can be present: the subjects, and the lobby as one more. */
export const presenceSubjects = [...subjects, "lobby"] as const;
export type PresenceSubject = (typeof presenceSubjects)[number];

/** One leaderboard. `periodStart` is the first UTC day, `YYYY-MM-DD`. */
export interface Board {
  subject: Subject;
  period: Period;
  periodStart: string;
}

const dayMs = 86_400_000;
const slugPattern = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** First UTC day of the period that `nowMs` is in; ISO weeks begin on Monday. */
export function periodStart(period: Period, nowMs: number): string {
  if (period === "all_time") return "1970-01-01";
  const sinceMonday = period === "weekly" ? (new Date(nowMs).getUTCDay() + 6) % 7 : 0;
  return new Date(nowMs - sinceMonday * dayMs).toISOString().slice(0, 10);
}

/** The board's room name. */
export function boardName(board: Board): string {
  return `${board.subject}:${board.period}:${board.periodStart}`;
}

/** The board of a room name, or null when there can be no such board by `nowMs`. */
export function parseBoardName(name: string, nowMs: number): Board | null {
  const [subjectText, periodText, start = "", ...rest] = name.split(":");
  const subject = subjects.find((known) => known === subjectText);
  const period = periods.find((known) => known === periodText);
  if (!subject || !period || rest.length > 0 || !/^\d{4}-\d\d-\d\d$/.test(start)) return null;
  const startMs = Date.parse(`${start}T00:00:00Z`);
  if (Number.isNaN(startMs) || startMs > nowMs) return null;
  return periodStart(period, startMs) === start ? { subject, period, periodStart: start } : null;
}

/** True for a well-formed slug of a cohort. */
export function isSlug(name: string): boolean {
  return slugPattern.test(name);
}

/** The path of a room's socket. */
export function socketPath(kind: LiveRoom, name: string): string {
  return `/ws/${kind}/${name}`;
}

/** The room name of a subject's leaf. */
export function leafName(subject: PresenceSubject, leaf: number): string {
  return `${subject}:${leaf}`;
}

/** The subject and number of a leaf's room name, or null when there can be no such leaf. */
export function parseLeafName(name: string): { subject: PresenceSubject; leaf: number } | null {
  const [text, number = "", ...rest] = name.split(":");
  const subject = presenceSubjects.find((known) => known === text);
  if (!subject || rest.length > 0 || !/^[1-9]\d{0,8}$/.test(number)) return null;
  return { subject, leaf: Number(number) };
}
