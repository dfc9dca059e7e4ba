/** What an admin has of a second factor, and whether this session has given it. */
import type { Member } from "../../platform/actor.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { readSecondFactor } from "./second-factors.repo.ts";

export interface SecondFactorView {
  state: "off" | "needed" | "given";
  /** Admins cannot do without one here. */
  required: boolean;
  recoveryCodesLeft: number;
}

/** One round trip. */
export async function viewSecondFactor(ctx: RequestCtx): Promise<SecondFactorView> {
  const member = requireMember(ctx);
  const rows = await readSecondFactor(ctx.db, member.userId);
  return secondFactorView(ctx, member, rows);
}

/** `rows`: one where an app is enrolled, else none. */
export function secondFactorView(
  ctx: RequestCtx,
  member: Member,
  rows: readonly { codesLeft: number }[],
): SecondFactorView {
  const [enrolled] = rows;
  const given = member.secondFactor === "needed" ? "needed" : "given";
  return {
    state: enrolled ? given : "off",
    required: ctx.config.ADMIN_SECOND_FACTOR === "required",
    recoveryCodesLeft: enrolled?.codesLeft ?? 0,
  };
}
