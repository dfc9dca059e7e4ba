/** One smart link in a person's hands, with what came of it. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { foldCode } from "./link-code.ts";
import { toListedLink } from "./list-smart-links.ts";
import { findListedLink } from "./smart-links.repo.ts";

/** Throws NOT_FOUND for an unknown link or one in other hands. */
export async function viewSmartLink(ctx: RequestCtx, input: { code: string }) {
  const person = requireMember(ctx);
  const code = foldCode(input.code);
  const row = code && (await findListedLink(ctx.db, person.userId, code));
  if (!row) throw new AppError("NOT_FOUND");
  return toListedLink(ctx, row);
}
