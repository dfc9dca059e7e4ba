/** What a new account is made of, from the answers of its pending join. */

import type { UserId, VisitorId } from "#shared/ids.ts";
import type { GuardianState, Persona } from "#shared/vocabulary.ts";
import { ageBand } from "./age.ts";
import type { PendingJoin } from "./pending-joins.repo.ts";
import type { UserRow } from "./sessions.repo.ts";

/** A pending join that an account can come of. */
export type JoiningPerson = PendingJoin & { persona: Persona; birthYear: number };

export function isJoining(pending: PendingJoin): pending is JoiningPerson {
  return pending.persona !== null && pending.birthYear !== null;
}

/** Without a name, which nobody is asked for; restricted as its age asks for. */
export function newAccount(
  pending: JoiningPerson,
  chosen: { userId: UserId; visitorId: VisitorId; alias: string },
  now: number,
): UserRow {
  const band = ageBand(pending.birthYear, now);
  const guardianState: GuardianState = band === "child" ? "pending" : "not_needed";
  return {
    id: chosen.userId,
    visitorId: chosen.visitorId,
    name: "",
    email: pending.email,
    emailVerified: true,
    image: null,
    persona: pending.persona,
    role: pending.persona,
    alias: chosen.alias,
    aliasVersion: 1,
    invisible: false,
    birthYear: pending.birthYear,
    guardianId: null,
    assignments: {},
    blockedAt: null,
    guardianState,
    shareConsent: band === "adult",
    timezone: "UTC",
    createdAt: new Date(now),
    updatedAt: new Date(now),
  };
}
