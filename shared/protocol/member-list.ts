/** What leads from one list of members to the next. */
import type { RoomMember } from "./server-frames.ts";

export interface MemberChange {
  join: RoomMember[];
  upd: RoomMember[];
  /** Handles. */
  leave: string[];
}

/** Null when both lists are equal. */
export function memberChange(
  before: ReadonlyMap<string, RoomMember>,
  after: ReadonlyMap<string, RoomMember>,
): MemberChange | null {
  const join: RoomMember[] = [];
  const upd: RoomMember[] = [];
  for (const [handle, member] of after) {
    const old = before.get(handle);
    if (!old) join.push(member);
    else if (!equalMembers(old, member)) upd.push(member);
  }
  const leave = [...before.keys()].filter((handle) => !after.has(handle));
  return join.length + upd.length + leave.length === 0 ? null : { join, upd, leave };
}

function equalMembers(a: RoomMember, b: RoomMember): boolean {
  return a.status === b.status && a.alias === b.alias && (a.act ?? null) === (b.act ?? null);
}
