/** Who is asking: a guest (a visitor without an account), a member, or the system itself. */
import type { Assignments } from "#shared/experiments.ts";
import type { Id, UserId, VisitorId } from "#shared/ids.ts";
import type { TokenScope } from "#shared/token-scopes.ts";
import type { GuardianState, Persona, Role } from "#shared/vocabulary.ts";

export interface Guest {
  kind: "guest";
  visitorId: VisitorId;
}

export interface Member {
  kind: "member";
  userId: UserId;
  /** The account's first visitor id, whatever browser this is. */
  visitorId: VisitorId;
  sessionId: Id<"sess"> | null;
  persona: Persona;
  role: Role;
  alias: string;
  name: string;
  /** Under 18, or unknown age. */
  minor: boolean;
  guardianState: GuardianState;
  shareConsent: boolean;
  /** With an access token only: what it may call. */
  scopes?: readonly TokenScope[];
  /** An admin who still owes the code (`needed`), or has no second factor yet (`missing`). */
  secondFactor?: "needed" | "missing";
  /** The account's variants, as the session knew them. */
  assignments?: Assignments | undefined;
}

/** Cron, queue and reactions. */
export interface System {
  kind: "system";
}

export type Actor = Guest | Member | System;
