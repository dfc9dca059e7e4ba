/** Removes a passkey: it signs in no more. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { deletePasskey } from "./passkeys.repo.ts";

/** Safe to repeat; somebody else's passkey is left alone, and the answer is the same. */
export async function revokePasskey(
  ctx: RequestCtx,
  input: { passkeyId: Id<"pkey"> },
): Promise<{ status: "revoked" }> {
  await deletePasskey(ctx.db, requireMember(ctx).userId, input.passkeyId);
  return { status: "revoked" };
}
