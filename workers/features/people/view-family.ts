/** Shows a guardian the children, and decides for them. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { childHandle } from "../../platform/room-handle.ts";
import { commit, keepName } from "./accounts.repo.ts";
import { isMinor } from "./age.ts";
import { recordAnswer } from "./answer-guardian-request.ts";
import { decideForChild } from "./answer-share-request.ts";
import { listDecidable, readFamily } from "./family.repo.ts";
import type { ShareAnswer } from "./share-consents.repo.ts";

/** One round trip. Children carry a handle that only this guardian's pages know. */
export async function viewFamily(ctx: RequestCtx) {
  const { userId } = requireMember(ctx);
  const now = ctx.clock.now();
  const family = await readFamily(ctx.db, userId, now);
  const handle = (visitorId: Parameters<typeof childHandle>[2]) =>
    childHandle(ctx.config.TICKET_SECRET, userId, visitorId);
  const children = family.children.map(({ visitorId, birthYear, persona, ...row }) => ({
    ...row,
    name: row.name || null,
    child: handle(visitorId),
    minor: isMinor({ birthYear, persona }, now),
  }));
  const joining = family.joining.map(({ visitorId, ...row }) => ({
    ...row,
    child: handle(visitorId),
  }));
  return { children, joining };
}

/** NOT_FOUND for a child that is not this guardian's, and for a session that was revoked. */
export async function answerSharing(
  ctx: RequestCtx,
  input: { child: string; answer: ShareAnswer },
): Promise<{ status: "recorded" | "closed" }> {
  const { userId, visitorId, tokenHash } = await findChild(ctx, input.child);
  if (tokenHash !== null) throw new AppError("NOT_FOUND");
  const given = { answer: input.answer, method: "family_page" } as const;
  return decideForChild(ctx, { userId, visitorId }, given);
}

/** The account of a child that named this guardian's address. NOT_FOUND like `answerSharing`. */
export async function answerJoining(
  ctx: RequestCtx,
  input: { child: string; answer: "consented" | "declined"; allowSharing?: boolean | undefined },
): Promise<{ status: "recorded" | "closed" }> {
  const { tokenHash } = await findChild(ctx, input.child);
  if (tokenHash === null) throw new AppError("NOT_FOUND");
  const { answer, allowSharing = false } = input;
  return recordAnswer(ctx, { tokenHash, answer, allowSharing, method: "family_page" });
}

/** What the child is called, for itself, its guardian and its tutor. NOT_FOUND as above. */
export async function nameChild(
  ctx: RequestCtx,
  input: { child: string; name: string },
): Promise<{ status: "kept" }> {
  const { userId, tokenHash } = await findChild(ctx, input.child);
  if (tokenHash !== null) throw new AppError("NOT_FOUND");
  await commit(ctx.db, [keepName(userId, input.name, ctx.clock.now())]);
  return { status: "kept" };
}

async function findChild(ctx: RequestCtx, handle: string) {
  const guardian = requireMember(ctx);
  const children = await listDecidable(ctx.db, guardian, ctx.clock.now());
  const secret = ctx.config.TICKET_SECRET;
  for (const child of children) {
    if (childHandle(secret, guardian.userId, child.visitorId) === handle) return child;
  }
  throw new AppError("NOT_FOUND");
}
