/** Cohorts: who is in a room, with what status, and what changed between two looks. */
import type { CohortId, UserId, VisitorId } from "#shared/ids.ts";
import { type Activity, type Status, statuses } from "#shared/protocol/client-frames.ts";
import type { FeedRoomApi } from "#shared/protocol/feed-room.ts";
import { type MemberChange, memberChange } from "#shared/protocol/member-list.ts";
import type { RoomMember } from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";

export interface Cohort {
  id: CohortId;
  slug: string;
  name: string;
  subject: Subject;
}

/** A member as Postgres has it. `joinedAt` in milliseconds since 1970. */
export interface CohortMember {
  userId: UserId;
  visitorId: VisitorId;
  alias: string;
  /** Of two aliases of a person the one with the greater version is the newer. */
  aliasVersion: number;
  joinedAt: number;
}

/** What the room needs of a member. */
export type ListedMember = Omit<RoomMember, "status"> & { aliasVersion: number };

/** What the room offers by RPC. */
export interface CohortRoomApi extends FeedRoomApi {
  /** Adds who is new to the room's list, takes newer aliases, tells everybody; safe to repeat. */
  enlist(members: readonly ListedMember[]): Promise<void>;
  /** A person's seats are no longer right: they leave at once, and come back as they are now. */
  reseat(handle: string, issuedUntil: number): Promise<void>;
}

/** What the roster needs to know of one greeted socket. */
export interface Presence {
  handle: string;
  status: Status;
  act?: Activity | null;
}

/** Strongest first: of a person's tabs that one counts. */
const strength: readonly RoomMember["status"][] = [...statuses, "offline"];

/** Everybody on the list with a status; people who just left are held as they were. */
export function roster(
  members: readonly Omit<RoomMember, "status">[],
  present: readonly Presence[],
): Map<string, RoomMember> {
  const list = new Map<string, RoomMember>();
  for (const { handle, alias, joinedAt } of members) {
    list.set(handle, { handle, alias, joinedAt, status: "offline" });
  }
  for (const { handle, status, act = null } of present) {
    const member = list.get(handle);
    if (!member) continue;
    const stronger = strength.indexOf(status) < strength.indexOf(member.status);
    if (stronger) list.set(handle, { ...member, status, ...(act ? { act } : {}) });
  }
  return list;
}

/** What leads from one roster to the next; null when they are equal. */
export function rosterChange(
  before: ReadonlyMap<string, RoomMember>,
  after: ReadonlyMap<string, RoomMember>,
): (MemberChange & { n: number }) | null {
  const change = memberChange(before, after);
  return change && { ...change, n: countHere(after) };
}

/** How many are here; a person with three tabs is one. */
export function countHere(list: ReadonlyMap<string, RoomMember>): number {
  return [...list.values()].filter((member) => member.status !== "offline").length;
}
