/** Revokes a smart link in a person's hands: an own one, or one of a child in their care. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { foldCode } from "./link-code.ts";
import { keepLink } from "./link-records.ts";
import { revokeLink } from "./smart-links.repo.ts";

/** Safe to repeat. Throws NOT_FOUND for an unknown link or another person's. */
export async function revokeSmartLink(
  ctx: RequestCtx,
  input: { code: string },
): Promise<{ status: "revoked" }> {
  const owner = requireMember(ctx);
  const code = foldCode(input.code);
  const now = new Date(ctx.clock.now());
  const link = code && (await revokeLink(ctx.db, code, owner.userId, now));
  if (!link) throw new AppError("NOT_FOUND");
  await keepLink(ctx, link);
  return { status: "revoked" };
}
