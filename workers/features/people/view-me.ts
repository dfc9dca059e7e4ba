/** What a person sees about itself: from the session, or the whole account. */
import type { GuardianState, Persona, Role } from "#shared/vocabulary.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { findAccount } from "./accounts.repo.ts";

export interface MemberView {
  kind: "member";
  alias: string;
  /** Null where nobody has said it. */
  name: string | null;
  persona: Persona;
  role: Role;
  minor: boolean;
  guardianState: GuardianState;
  shareConsent: boolean;
}

export type Me = { kind: "guest" } | MemberView;

export interface Account extends MemberView {
  email: string;
  /** Counts nowhere as present. */
  invisible: boolean;
  /** Milliseconds since 1970. */
  joinedAt: number;
}

/** No round trip of its own: every page asks, and the session knows. */
export function viewMe({ actor }: RequestCtx): Me {
  if (actor.kind !== "member") return { kind: "guest" };
  const { kind, alias, name, persona, role, minor, guardianState, shareConsent } = actor;
  return { kind, alias, name: name || null, persona, role, minor, guardianState, shareConsent };
}

/** One round trip. Throws UNAUTHENTICATED where the account is gone. */
export async function viewAccount(ctx: RequestCtx): Promise<Account> {
  const member = requireMember(ctx);
  const user = await findAccount(ctx.db, member.userId);
  if (!user) throw new AppError("UNAUTHENTICATED");
  return {
    kind: "member",
    alias: user.alias,
    name: user.name || null,
    persona: user.persona,
    role: user.role,
    minor: member.minor,
    guardianState: user.guardianState,
    shareConsent: user.shareConsent,
    email: user.email,
    invisible: user.invisible,
    joinedAt: user.createdAt.getTime(),
  };
}
