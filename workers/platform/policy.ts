/** Who may call a procedure, and whose rows it may touch. */
import type { ErrorCode } from "#shared/errors.ts";
import type { Actor } from "./actor.ts";

export interface Policy {
  /** Shown in tests and documents: who, on whose rows. */
  name: string;
  /** The code to refuse with, or null to let the caller in. */
  refuses(actor: Actor): ErrorCode | null;
}

const policy = (name: string, refuses: Policy["refuses"]): Policy => ({ name, refuses });

/** Guests too; touches only rows of the asking person, or public ones. */
export const anyone = policy("anyone: own or public rows", (actor) =>
  actor.kind === "system" ? "FORBIDDEN" : null,
);

/** Signed in, even while the guardian's answer is awaited; own rows. */
export const signedIn = policy("signed in: own rows", (actor) =>
  actor.kind === "member" ? null : "UNAUTHENTICATED",
);

/** Signed in and, where a guardian has to agree, agreed; own rows, or those of one's groups. */
export const member = policy("member: own and shared rows", (actor) => {
  if (actor.kind !== "member") return "UNAUTHENTICATED";
  return actor.guardianState === "pending" ? "GUARDIAN_PENDING" : null;
});

/** Tutors; own rows. */
export const tutor = policy("tutor: own rows", (actor) => {
  if (actor.kind !== "member") return "UNAUTHENTICATED";
  return actor.persona === "tutor" ? null : "FORBIDDEN";
});

/** Parents; rows of the children in their care. A use case that changes them looks at the session. */
export const guardian = policy("guardian: own children's rows", (actor) => {
  if (actor.kind !== "member") return "UNAUTHENTICATED";
  return actor.persona === "parent" ? null : "FORBIDDEN";
});

/** Admins; all rows, read or mended. */
export const admin = policy("admin: all rows", (actor) => {
  if (actor.kind !== "member") return "UNAUTHENTICATED";
  if (actor.role !== "admin") return "FORBIDDEN";
  return actor.secondFactor ? "SECOND_FACTOR_NEEDED" : null;
});

/** Members who have given every factor they have; what gives lasting access asks for it. */
export const trusted = policy("trusted: member with every factor, own rows", (actor) => {
  if (actor.kind !== "member") return "UNAUTHENTICATED";
  if (actor.guardianState === "pending") return "GUARDIAN_PENDING";
  return actor.secondFactor === "needed" ? "SECOND_FACTOR_NEEDED" : null;
});

/** Admins, before their second factor too; own rows. */
export const adminSelf = policy("admin, second factor or not: own rows", (actor) => {
  if (actor.kind !== "member") return "UNAUTHENTICATED";
  return actor.role === "admin" ? null : "FORBIDDEN";
});

export const policies = {
  anyone,
  signedIn,
  member,
  tutor,
  guardian,
  admin,
  trusted,
  adminSelf,
};
