/** What others may see of members: alias and the room's handle, never a stable id. */
import type { VisitorId } from "#shared/ids.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import type { CohortMember, ListedMember } from "./cohort.ts";

/** Shows rows of one cohort's room. */
export function roomView(secret: string, slug: string) {
  const handleOf = (visitorId: VisitorId) => roomHandle(secret, "cohort", slug, visitorId);
  return {
    handleOf,
    member: (row: CohortMember): ListedMember => ({
      handle: handleOf(row.visitorId),
      alias: row.alias,
      aliasVersion: row.aliasVersion,
      joinedAt: row.joinedAt,
    }),
  };
}
