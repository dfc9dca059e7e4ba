/** What a person sees about itself. */
import type { GuardianState, Persona, Role } from "#shared/vocabulary.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { findAccount } from "./accounts.repo.ts";

export type Me =
  | { kind: "guest" }
  | {
      kind: "member";
      alias: string;
      name: string;
      email: string;
      persona: Persona;
      role: Role;
      minor: boolean;
      guardianState: GuardianState;
      shareConsent: boolean;
      /** Milliseconds since 1970. */
      joinedAt: number;
    };

/** Read from Postgres, not from the session's cache: one round trip, none for a guest. */
export async function viewMe(ctx: RequestCtx): Promise<Me> {
  const { actor } = ctx;
  const user = actor.kind === "member" ? await findAccount(ctx.db, actor.userId) : null;
  if (actor.kind !== "member" || !user) return { kind: "guest" };
  return {
    kind: "member",
    alias: user.alias,
    name: user.name,
    email: user.email,
    persona: user.persona,
    role: user.role,
    minor: actor.minor,
    guardianState: user.guardianState,
    shareConsent: user.shareConsent,
    joinedAt: user.createdAt.getTime(),
  };
}
